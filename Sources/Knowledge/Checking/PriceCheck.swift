extension KnowledgeReading {
  /// The prices' currency must be one that can be changed into the base.
  func priceFaults() -> [Finding] {
    guard let node = files.file("catalog/prices.yaml")?.node?["currency"], let code = node.text,
      let currencies, currencies.rates[code] == nil
    else { return [] }
    return [Finding(.unknownCurrency(code, known: currencies.rates.keys.sorted()), at: node.position)]
  }
}
