extension Double {
  /// The shortest way to write a number so that it reads back the same: `569`, `0.85`, `1e+16`.
  public var shortest: String { self == rounded() && abs(self) < 1e15 ? "\(Int64(self))" : "\(self)" }
}
