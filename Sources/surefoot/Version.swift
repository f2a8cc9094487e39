/// The program's version; it stands in every record.
enum Version {
  static let engine = "0.1.0"
}
