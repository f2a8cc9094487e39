/// What is wrong with a JSON text at one place.
public enum JSONFault: Hashable, Sendable {
  /// Something else stands where one of these should.
  case expected(JSONPart, found: String)
  case unknownEscape(String)
  /// A line break or another control character inside a text.
  case controlCharacter
  case notUTF8
  /// More than `limit` lists and objects inside one another.
  case tooDeep(limit: Int)
  /// The text ends inside a value.
  case unexpectedEnd

  public enum JSONPart: String, Hashable, Sendable {
    case value, key, colon, commaOrBrace, commaOrBracket, end
  }
}

extension JSONFault {
  func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .expected(let part, let found): "expected \(part.english), found \(found)"
    case .unknownEscape(let escape): "unknown escape '\(escape)' in a text"
    case .controlCharacter: "a line break or control character inside a text; write it as \\n or \\u…"
    case .notUTF8: "the text is not UTF-8"
    case .tooDeep(let limit): "more than \(limit) levels of lists and objects"
    case .unexpectedEnd: "the text ends inside a value"
    }
  }

  private var chinese: String {
    switch self {
    case .expected(let part, let found): "这里应为\(part.chinese)，实际是 \(found)"
    case .unknownEscape(let escape): "文本中有未知的转义“\(escape)”"
    case .controlCharacter: "文本中有换行或控制字符，请写成 \\n 或 \\u…"
    case .notUTF8: "文本不是 UTF-8 编码"
    case .tooDeep(let limit): "列表和对象嵌套超过 \(limit) 层"
    case .unexpectedEnd: "文本在一个值的中间结束"
    }
  }
}

extension JSONFault.JSONPart {
  fileprivate var english: String {
    switch self {
    case .value: "a value"
    case .key: "a key in double quotes"
    case .colon: "':'"
    case .commaOrBrace: "',' or '}'"
    case .commaOrBracket: "',' or ']'"
    case .end: "the end of the text"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .value: "一个值"
    case .key: "带双引号的键"
    case .colon: "“:”"
    case .commaOrBrace: "“,”或“}”"
    case .commaOrBracket: "“,”或“]”"
    case .end: "文本结尾"
    }
  }
}
