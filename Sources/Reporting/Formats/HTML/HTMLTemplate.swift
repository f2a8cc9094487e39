/// The page with all its kinds of blocks.
///
/// Every value is escaped before it comes here, so all are inserted as they are; names start with
/// a dot, so that a missing value never falls back to one of the same name further out.
let htmlTemplate = """
  <!doctype html>
  <html lang="{{{.language}}}">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="no-referrer">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:">
  <title>{{{.title}}} – {{{.kind}}}</title>
  <style>
  {{{.style}}}
  </style>
  </head>
  <body>
  <a class="skip" href="#main">{{{.skip}}}</a>
  <header>
  <p class="kind">{{{.kind}}}</p>
  <h1>{{{.title}}}</h1>
  <dl class="facts">
  {{#.facts}}
  <div><dt>{{{.name}}}</dt><dd>{{{.value}}}</dd></div>
  {{/.facts}}
  </dl>
  </header>
  <nav aria-label="{{{.contents}}}">
  <ol>
  {{#.sections}}
  <li><a href="#{{{.id}}}">{{{.title}}}</a></li>
  {{/.sections}}
  </ol>
  </nav>
  <main id="main">
  {{#.sections}}
  <section id="{{{.id}}}" aria-labelledby="{{{.id}}}-title">
  <h2 id="{{{.id}}}-title">{{{.number}}}. {{{.title}}}</h2>
  {{#.blocks}}
  {{#.verdict}}
  <div class="verdict {{{.class}}}">
  <p class="label">{{{.label}}}</p>
  <p class="word">{{{.word}}}</p>
  <p class="headline">{{{.headline}}}</p>
  </div>
  {{/.verdict}}
  {{#.heading}}
  <h3>{{{.}}}</h3>
  {{/.heading}}
  {{#.paragraph}}
  <p>{{{.}}}</p>
  {{/.paragraph}}
  {{#.note}}
  <div class="note {{{.class}}}" role="note">
  <p><strong>{{{.title}}}</strong></p>
  <p>{{{.text}}}</p>
  </div>
  {{/.note}}
  {{#.list}}
  <ul>
  {{#.items}}
  <li>{{{.}}}</li>
  {{/.items}}
  </ul>
  {{/.list}}
  {{#.figures}}
  <dl class="figures">
  {{#.items}}
  <div><dt>{{{.name}}}</dt><dd class="value">{{{.value}}}</dd><dd class="meaning">{{{.explanation}}}</dd></div>
  {{/.items}}
  </dl>
  {{/.figures}}
  {{#.table}}
  <div class="scroll" role="region" aria-label="{{{.caption}}}" tabindex="0">
  <table class="{{{.class}}}">
  <caption>{{{.caption}}}</caption>
  <thead><tr>{{#.columns}}<th scope="col"{{{.class}}}>{{{.title}}}</th>{{/.columns}}</tr></thead>
  <tbody>
  {{#.rows}}
  <tr{{{.attributes}}}><th scope="row">{{{.name}}}</th>{{#.cells}}<td{{{.attributes}}}>{{{.text}}}</td>{{/.cells}}</tr>
  {{/.rows}}
  </tbody>
  </table>
  </div>
  {{/.table}}
  {{#.charts}}
  <div class="charts">
  {{#.items}}
  <figure>
  <figcaption><strong>{{{.title}}}</strong></figcaption>
  {{{.svg}}}
  {{#.reading}}
  <p class="reading">{{{.}}}</p>
  {{/.reading}}
  </figure>
  {{/.items}}
  </div>
  {{/.charts}}
  {{#.gallery}}
  <p><strong>{{{.title}}}</strong></p>
  {{#.note}}
  <p>{{{.}}}</p>
  {{/.note}}
  <div class="gallery">
  {{#.items}}
  <figure class="{{{.class}}}">
  {{#.media}}
  {{{.}}}
  {{/.media}}
  <figcaption>{{{.caption}}}</figcaption>
  </figure>
  {{/.items}}
  </div>
  {{/.gallery}}
  {{#.steps}}
  <ol class="steps">
  {{#.items}}
  <li>
  <p class="action">{{{.action}}}</p>
  <p class="because"><span class="term">{{{.becauseLabel}}}</span> {{{.because}}}</p>
  {{#.facts}}
  <p class="because"><span class="term">{{{.name}}}</span> {{{.value}}}</p>
  {{/.facts}}
  </li>
  {{/.items}}
  </ol>
  {{/.steps}}
  {{/.blocks}}
  </section>
  {{/.sections}}
  </main>
  <footer>
  <p>{{{.disclaimer}}}</p>
  </footer>
  </body>
  </html>

  """
