/// How a form's questions score, which the form itself does not say: written by hand beside it.
public struct ImportRule: Hashable, Sendable {
  public var id: String
  /// Empty where the form's own title serves.
  public var title: [String: String]
  /// The number after the last such mark in an option's value is its points; without the mark a value that
  /// is a number counts itself, and any other nothing.
  public var pointsAfter: String
  /// Endings of a question's name, or else of its panel's, that make it score for one side.
  public var impactSuffix: String
  public var mitigationSuffix: String?
  /// The ending of a question's own name that keeps it from scoring, whatever its panel says.
  public var unscoredSuffix: String?
  public var unknownOptions: PointsRubric.UnknownOptions
  /// Shares of the impact maximum, rising.
  public var levelBounds: [Double]
  public var mitigation: Mitigation?
  /// Ids and titles of areas in the place of those made from page names, by page name.
  public var areas: [String: Area]
  public var source: Source?

  public struct Mitigation: Hashable, Sendable {
    public var needs: Double
    /// The share of all mitigation points that `needs` refers to: half of them where every form shows
    /// only one of two equal branches.
    public var ofMaximum: Double
    public var reduction: Double
    public var rounding: PointsRounding
  }

  public struct Area: Hashable, Sendable {
    public var id: String
    public var title: [String: String]
  }
}

/// The rule in a YAML text.
///
/// - Throws: every finding with its line and column.
public func readImportRule(_ text: String, file: String) throws(Findings) -> ImportRule {
  let context = ReadingContext()
  let node: SourceNode
  do { node = try parseSource(text, file: file) } catch { throw Findings([error]) }
  let rule = context.importRule(node)
  guard context.findings.isEmpty, let rule else { throw Findings(context.findings) }
  return rule
}

extension ReadingContext {
  fileprivate func importRule(_ node: SourceNode) -> ImportRule? {
    guard
      let values = mapping(
        node, required: ["id", "points-after", "impact-suffix", "unknown-options", "level-bounds"],
        optional: ["title", "mitigation-suffix", "unscored-suffix", "mitigation", "areas", "source"]),
      let id = text(values["id"]), let mark = text(values["points-after"]),
      let impact = text(values["impact-suffix"]),
      let unknown = name(
        values["unknown-options"], kind: "rule for unknown options", as: PointsRubric.UnknownOptions.self),
      let boundsNode = values["level-bounds"], let elements = list(boundsNode)
    else { return nil }
    if !isPlainID(id) {
      report(.expected(.identifier, found: "'\(id)'"), at: values["id"]?.position ?? node.position)
    }
    let bounds = elements.compactMap { number($0, named: "bound", in: 0...1) }
    if zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) {
      report(.points(.boundsNotRising), at: boundsNode.position)
    }
    var areas: [String: ImportRule.Area] = [:]
    for entry in values["areas"]?.entries ?? [] { areas[entry.key] = importArea(entry.value) }
    return ImportRule(
      id: id, title: freeTexts(values["title"]), pointsAfter: mark, impactSuffix: impact,
      mitigationSuffix: text(values["mitigation-suffix"]), unscoredSuffix: text(values["unscored-suffix"]),
      unknownOptions: unknown, levelBounds: bounds,
      mitigation: values["mitigation"].flatMap { importMitigation($0) }, areas: areas,
      source: values["source"].flatMap { source($0)?.source })
  }

  private func importArea(_ node: SourceNode) -> ImportRule.Area? {
    guard let values = mapping(node, required: ["id"], optional: ["title"]), let id = text(values["id"])
    else {
      return nil
    }
    if !isPlainID(id) { report(.expected(.identifier, found: "'\(id)'"), at: node.position) }
    return ImportRule.Area(id: id, title: freeTexts(values["title"]))
  }

  private func importMitigation(_ node: SourceNode) -> ImportRule.Mitigation? {
    guard let values = mapping(node, required: ["needs", "of-maximum", "reduction", "rounding"]),
      let needs = number(values["needs"], named: "needs", in: 0...1),
      let share = number(values["of-maximum"], named: "of-maximum", in: 0...1),
      let reduction = number(values["reduction"], named: "reduction", in: 0...1),
      let rounding = name(values["rounding"], kind: "rounding", as: PointsRounding.self)
    else { return nil }
    return ImportRule.Mitigation(needs: needs, ofMaximum: share, reduction: reduction, rounding: rounding)
  }

  /// A text by language, or one for all of them.
  private func freeTexts(_ node: SourceNode?) -> [String: String] {
    if let text = node?.text { return ["*": text] }
    var texts: [String: String] = [:]
    for entry in node?.entries ?? [] { texts[entry.key] = text(entry.value) }
    return texts
  }
}

/// Lower-case words and numbers joined by hyphens.
func isPlainID(_ text: String) -> Bool {
  !text.isEmpty
    && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }
}
