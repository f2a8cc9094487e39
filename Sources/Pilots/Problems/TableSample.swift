import Knowledge

/// Numbers by group, such as error rates of age bands.
public struct TableSample: Hashable, Codable, Sendable {
  public struct Row: Hashable, Codable, Sendable {
    public var name: LocalizedText
    /// One entry a column; nil is shown as a dash.
    public var values: [Double?]

    public init(name: LocalizedText, values: [Double?]) {
      self.name = name
      self.values = values
    }

    /// - Parameter name: a person's own, the same in both languages.
    public init(name: String, values: [Double?]) {
      self.init(name: LocalizedText(en: name, zh: name), values: values)
    }
  }

  /// What a row is, above the rows' names.
  public var heading: LocalizedText
  public var columns: [LocalizedText]
  public var rows: [Row]

  public init(heading: LocalizedText, columns: [LocalizedText], rows: [Row]) {
    precondition(rows.allSatisfy { $0.values.count == columns.count }, "one value a column")
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }
}

extension TableSample.Row {
  /// Reads records of earlier versions as well, whose rows had one name for all languages.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let numbers = try values.decode([Double?].self, forKey: .values)
    if let name = try? values.decode(String.self, forKey: .name) {
      self.init(name: name, values: numbers)
    } else {
      self.init(name: try values.decode(LocalizedText.self, forKey: .name), values: numbers)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case name, values
  }
}

extension TableSample {
  /// Reads records of earlier versions as well, whose rows had no heading.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let columns = try values.decode([LocalizedText].self, forKey: .columns)
    let rows = try values.decode([Row].self, forKey: .rows)
    guard rows.allSatisfy({ $0.values.count == columns.count }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .rows, in: values, debugDescription: "one value a column")
    }
    let heading = try values.decodeIfPresent(LocalizedText.self, forKey: .heading)
    self.init(heading: heading ?? LocalizedText(en: "", zh: ""), columns: columns, rows: rows)
  }

  private enum CodingKeys: String, CodingKey {
    case heading, columns, rows
  }
}
