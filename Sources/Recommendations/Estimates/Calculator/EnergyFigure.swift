import Knowledge

/// Electricity to train: hours of one device × its power, and × `overhead` for cooling and the rest.
///
/// Without `overhead`, 1.1 to 1.6 times the device, likely 1.3. The low end also takes that a device seldom
/// draws its full power: 60 %.
func energyFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  let power = try settings.required("power")
  let hours = try deviceHours(settings)
  let overhead = try settings.span("overhead") ?? Band(1.1, 1.3, 1.6)
  let draw = Band(0.6, 0.9, 1)
  return Estimate(
    hours.seconds / Band(3_600) * (power / 1_000 * draw) * overhead, .kilowattHours,
    LocalizedText(
      en: "\(hours.how.en), × \(plain(power)) W drawn to 60–100 %, × \(plain(overhead.low))–"
        + "\(plain(overhead.high)) for the machine around it and cooling",
      zh: "\(hours.how.zh)，× \(plain(power)) W 的 60–100 %，× \(plain(overhead.low))–\(plain(overhead.high))"
        + "（整机与散热）"),
    hours.basis + [.judgement])
}

/// Dollars for one hour of a device of your own: its power, as in `energyFigure`, × the price of electricity.
func electricityPrice(_ settings: EstimateSettings) throws(EstimateError) -> Band? {
  guard let price = try settings.span("electricity") else { return nil }
  return (try settings.required("power") / 1_000) * (Band(0.6, 0.9, 1) * Band(1.1, 1.3, 1.6) * price)
}
