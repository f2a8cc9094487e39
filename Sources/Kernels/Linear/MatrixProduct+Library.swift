import COpenBLAS

extension MatrixProduct {
  /// What the linear-algebra library says of itself: version, options and the processor it chose kernels for.
  public static var library: String {
    guard let text = openblas_get_config() else { return "OpenBLAS" }
    return String(cString: text)
  }
}
