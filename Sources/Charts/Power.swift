#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `base` to the power of `exponent`, from the C library.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// Logarithm to base 10, from the C library.
func decimalLogarithm(_ value: Double) -> Double { log10(value) }
