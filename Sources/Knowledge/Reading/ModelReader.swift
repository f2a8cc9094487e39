extension ReadingContext {
  /// - Parameter place: the id the file's place says.
  func baseModel(_ node: SourceNode, place: String) -> Placed<BaseModel>? {
    guard
      let values = mapping(
        node,
        required: [
          "id", "name", "maker", "date", "modality", "suits", "architecture", "published", "licence",
          "weights", "note", "basis",
        ],
        optional: ["context", "training-data", "languages"]),
      let idNode = values["id"], let id = text(idNode)
    else { return nil }
    if id != place { report(.wrongPlace(expected: place, found: id), at: idNode.position) }
    let grounds = basis(values["basis"], neededFor: "the model", at: node.position)
    guard let name = text(values["name"]), let maker = text(values["maker"]), let date = date(values["date"]),
      let modality = self.name(values["modality"], kind: "modality", as: Modality.self),
      let suits = list(values["suits"]),
      let architecture = values["architecture"].flatMap({ architecture($0) }),
      let published = values["published"].flatMap({ publishedCount($0) }),
      let licence = values["licence"].flatMap({ licence($0) }),
      let weights = self.name(values["weights"], kind: "kind of weights", as: BaseModel.Weights.self),
      let note = localized(values["note"])
    else { return nil }
    let model = BaseModel(
      id: ModelID(id), name: name, maker: maker, date: date, modality: modality,
      suits: suits.compactMap { self.name($0, kind: "approach", as: ApproachID.self) },
      architecture: architecture, published: published, context: integer(values["context"]),
      licence: licence, weights: weights,
      trainingData: values["training-data"].flatMap { trainingData($0) },
      languages: list(values["languages"])?.compactMap { text($0) }, note: note, basis: grounds)
    return Placed(value: model, position: idNode.position)
  }

  private func publishedCount(_ node: SourceNode) -> BaseModel.PublishedCount? {
    guard let values = mapping(node, required: ["parameters", "basis"], optional: ["within"]),
      let parameters = number(values["parameters"], named: "parameters", in: 1...1e15)
    else { return nil }
    return BaseModel.PublishedCount(
      parameters: parameters, within: number(values["within"], named: "within", in: 0...0.1) ?? 0,
      basis: basis(values["basis"], at: node.position))
  }

  private func licence(_ node: SourceNode) -> BaseModel.Licence? {
    guard let values = mapping(node, required: ["name", "terms"]), let name = text(values["name"]),
      let terms = self.name(
        values["terms"], kind: "kind of licence terms", as: BaseModel.Licence.Terms.self)
    else { return nil }
    return BaseModel.Licence(name: name, terms: terms)
  }

  private func trainingData(_ node: SourceNode) -> BaseModel.TrainingData? {
    guard let values = mapping(node, required: ["amount", "unit", "what", "basis"]),
      let amount = number(values["amount"], named: "amount", in: 1...1e18),
      let unit = localized(values["unit"]), let what = localized(values["what"])
    else { return nil }
    return BaseModel.TrainingData(
      amount: amount, unit: unit, what: what, basis: basis(values["basis"], at: node.position))
  }
}
