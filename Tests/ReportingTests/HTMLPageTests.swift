import Charts
import Foundation
import Knowledge
import Reporting
import Testing

@Suite struct HTMLPageTests {
  private func page(_ language: Language) throws -> String {
    let fixture = try Fixture()
    return try htmlPage(
      report(for: fixture.assessment, knowledge: fixture.knowledge, language: language))
  }

  @Test func `the page needs no script and loads nothing`() throws {
    let page = try page(.english)
    for loading in ["<script", "<link", "src=", "url(", "@import", "<iframe", "<img"] {
      #expect(!page.contains(loading), "\(loading)")
    }
  }

  @Test func `the page has a language, landmarks, a way past the contents, and headers for every table`()
    throws
  {
    #expect(try page(.chinese).contains("<html lang=\"zh-Hans\">"))
    let page = try page(.english)
    for part in [
      "<html lang=\"en\">", "<a class=\"skip\" href=\"#main\">", "<header>", "<nav aria-label=",
      "<main id=\"main\">",
      "<footer>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    let tables = page.matches(
      of: /<table class="(matrix|records|pairs)">\n<caption>[^<]+<\/caption>\n<thead><tr><th scope="col"/)
    #expect(tables.count == page.matches(of: /<table/).count)
    #expect(page.matches(of: /<th>/).isEmpty)
    let pictures = page.matches(of: /<svg [^>]*role="img" aria-labelledby="[^"]+"/).count
    #expect(pictures == page.matches(of: /<svg/).count && pictures >= 8)
  }

  @Test func `ids are unique and every reference leads somewhere`() throws {
    let page = try page(.english)
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for reference in page.matches(of: /href="#([^"]+)"/) {
      #expect(ids.contains(String(reference.1)), "\(reference.1)")
    }
  }

  /// Walks the stylesheet: every text colour against every ground it can stand on.
  @Test func `all text reaches a contrast of 4.5 to 1`() throws {
    let page = try page(.english)
    let style = try #require(page.firstMatch(of: /<style>([\s\S]*)<\/style>/)).1
    var grounds: Set<String> = [Palette.paper]
    var colours: Set<String> = [Palette.ink]
    var pairs: [(String, String)] = []
    for rule in style.matches(of: /\{([^{}]*)\}/) {
      let colour = rule.1.firstMatch(of: /(?:^|[;\s])color: (#[0-9a-f]{6})/).map { String($0.1) }
      let ground = rule.1.firstMatch(of: /background: (#[0-9a-f]{6})/).map { String($0.1) }
      switch (colour, ground) {
      case (let colour?, let ground?): pairs.append((colour, ground))
      case (let colour?, nil): colours.insert(colour)
      case (nil, let ground?): grounds.insert(ground)
      case (nil, nil): break
      }
    }
    // Ink and links also stand on the panels that set a colour of their own.
    for (_, ground) in pairs { pairs += [Palette.ink, Palette.blue, Palette.soft].map { ($0, ground) } }
    for colour in colours { pairs += grounds.map { (colour, $0) } }
    #expect(pairs.count > 20)
    for (colour, ground) in pairs {
      #expect(try #require(Palette.contrast(colour, ground)) >= 4.5, "\(colour) on \(ground)")
    }
  }
}
