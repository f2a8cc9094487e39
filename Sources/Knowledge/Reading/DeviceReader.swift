extension ReadingContext {
  /// - Parameter place: the id the file's place says.
  func device(_ node: SourceNode, place: String) -> Placed<Device>? {
    guard
      let values = mapping(
        node,
        required: ["id", "name", "class", "memory", "bandwidth", "peak", "power", "per-machine", "basis"],
        optional: ["rent", "purchase"]),
      let idNode = values["id"], let id = text(idNode)
    else { return nil }
    if id != place { report(.wrongPlace(expected: place, found: id), at: idNode.position) }
    let grounds = basis(values["basis"], neededFor: "the device", at: node.position)
    guard let name = values["name"].flatMap({ properName($0) }),
      let deviceClass = self.name(values["class"], kind: "class of device", as: Device.Class.self),
      let memory = values["memory"].flatMap({ memory($0) }),
      let bandwidth = number(values["bandwidth"], named: "bandwidth", in: 1e6...1e15),
      let peak = values["peak"].flatMap({ peak($0) }),
      let power = number(values["power"], named: "power", in: 1...100_000),
      let perMachine = integer(values["per-machine"])
    else { return nil }
    return Placed(
      value: Device(
        id: DeviceID(id), name: name, deviceClass: deviceClass, memory: memory.bytes,
        isMemoryShared: memory.isShared, bandwidth: bandwidth, peak: peak, power: power,
        perMachine: max(perMachine, 1), rent: values["rent"].flatMap { price($0) },
        purchase: values["purchase"].flatMap { price($0) }, basis: grounds),
      position: idNode.position)
  }

  /// A size with its unit: GB are 10⁹ bytes, GiB 2³⁰.
  private func memory(_ node: SourceNode) -> (bytes: Double, isShared: Bool)? {
    guard let values = mapping(node, required: ["size", "unit"], optional: ["shared"]),
      let size = number(values["size"], named: "size", in: 0.1...1e6),
      let unit = name(values["unit"], kind: "unit of memory", as: MemoryUnit.self)
    else { return nil }
    return (size * unit.bytes, boolean(values["shared"]) ?? false)
  }

  private func peak(_ node: SourceNode) -> [Device.Precision: Double]? {
    guard let entries = node.entries, !entries.isEmpty else {
      report(.expected(.mapping, found: node.summary), at: node.position)
      return nil
    }
    let known = Device.Precision.allCases.map(\.rawValue)
    var peak: [Device.Precision: Double] = [:]
    for entry in entries {
      guard let precision = Device.Precision(rawValue: entry.key) else {
        report(.unknownKey(entry.key, known: known), at: entry.keyPosition)
        continue
      }
      peak[precision] = number(entry.value, named: entry.key, in: 1e6...1e18)
    }
    if peak[.fp32] == nil { report(.missingKey("fp32"), at: node.position) }
    return peak
  }

  private func price(_ node: SourceNode) -> Device.Price? {
    guard let values = mapping(node, required: ["low", "likely", "high", "currency", "date", "basis"]),
      let low = number(values["low"], named: "low", in: 0...1e9),
      let likely = number(values["likely"], named: "likely", in: low...1e9),
      let high = number(values["high"], named: "high", in: likely...1e9),
      let currencyNode = values["currency"], let currency = text(currencyNode),
      let date = date(values["date"])
    else { return nil }
    refer(.currency(currency), at: currencyNode.position)
    return Device.Price(
      low: low, likely: likely, high: high, currency: currency, date: date,
      basis: basis(values["basis"], at: node.position))
  }
}

private enum MemoryUnit: String, CaseIterable {
  case gigabytes = "GB"
  case gibibytes = "GiB"

  var bytes: Double { self == .gigabytes ? 1e9 : 1_073_741_824 }
}
