import Charts

/// The stylesheet of the page: one column, dark text on light ground, tables that become cards on a phone.
let htmlStyle = """
  * { box-sizing: border-box; }
  html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  body { margin: 0 auto; max-width: 64rem; padding: 0 1.25rem 3rem; background: \(Palette.paper);
    color: \(Palette.ink); line-height: 1.55; overflow-wrap: break-word;
    font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC",
      "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
  a { color: \(Palette.blue); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
  a:focus-visible, .scroll:focus-visible { outline: 3px solid \(Palette.blue); outline-offset: 2px; }
  .skip { position: absolute; left: -100rem; }
  .skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: \(Palette.paper); z-index: 1; }
  header { padding: 2.5rem 0 1rem; border-bottom: 3px solid \(Palette.blue); }
  .kind { margin: 0; color: \(Palette.soft); font-size: 0.95rem; }
  h1 { margin: 0.1rem 0 0.9rem; font-size: 2rem; line-height: 1.2; font-weight: 650; }
  h2 { margin: 3rem 0 0.9rem; padding-top: 0.9rem; border-top: 1px solid \(Palette.faint);
    font-size: 1.4rem; line-height: 1.3; font-weight: 650; }
  section:first-child h2 { border-top: 0; margin-top: 1.2rem; }
  h3 { margin: 1.8rem 0 0.5rem; font-size: 1.08rem; line-height: 1.35; font-weight: 650; }
  p { margin: 0 0 0.9rem; max-width: 46rem; }
  ul { margin: 0 0 1rem; padding-left: 1.2rem; max-width: 46rem; }
  li { margin-bottom: 0.35rem; }
  code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.86em;
    color: \(Palette.soft); overflow-wrap: anywhere; }
  .facts { display: flex; flex-wrap: wrap; gap: 0.4rem 2rem; margin: 0; font-size: 0.9rem; }
  .facts dt, .facts dd { display: inline; margin: 0; }
  .facts dt { color: \(Palette.soft); padding-right: 0.4rem; }
  nav ol { margin: 1.2rem 0 0; padding: 0.9rem 1rem 0.9rem 2.4rem; background: \(Palette.mist);
    border-radius: 6px; columns: 15rem; font-size: 0.95rem; }
  .verdict { margin: 0 0 1.4rem; padding: 1.1rem 1.3rem; border-left: 8px solid; border-radius: 4px; }
  .verdict p { margin: 0; max-width: none; }
  .verdict .label { color: \(Palette.soft); font-size: 0.9rem; }
  .verdict .word { font-size: 1.9rem; font-weight: 700; line-height: 1.25; }
  .verdict .headline { color: \(Palette.ink); font-size: 1.12rem; margin-top: 0.35rem; }
  .go { background: \(Palette.paleGreen); color: \(Palette.green); }
  .pilot-first { background: \(Palette.paleBlue); color: \(Palette.blue); }
  .redesign { background: \(Palette.paleAmber); color: \(Palette.orange); }
  .no-go { background: \(Palette.paleRed); color: \(Palette.red); }
  .cannot-tell { background: \(Palette.paleGrey); color: \(Palette.ink); }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; margin: 0 0 1.2rem; }
  .figures div { padding: 0.8rem 1rem; border: 1px solid \(Palette.faint); border-radius: 6px; }
  .figures dt { font-weight: 600; }
  .figures dd { margin: 0; }
  .figures .value { font-size: 1.6rem; font-weight: 650; font-variant-numeric: tabular-nums; }
  .figures .meaning { color: \(Palette.soft); font-size: 0.86rem; line-height: 1.4; }
  .note { margin: 0 0 1.2rem; padding: 0.8rem 1.1rem; border-left: 5px solid; border-radius: 4px; }
  .note p { margin: 0; }
  .note p + p { margin-top: 0.2rem; color: \(Palette.ink); }
  .information { background: \(Palette.paleBlue); color: \(Palette.blue); }
  .caution { background: \(Palette.paleAmber); color: \(Palette.orange); }
  .scroll { overflow-x: auto; margin: 0 0 1.6rem; }
  table { border-collapse: collapse; width: 100%; font-size: 0.92rem; line-height: 1.45;
    font-variant-numeric: tabular-nums; }
  caption { text-align: left; font-weight: 600; padding-bottom: 0.45rem; }
  th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.7rem; border-bottom: 1px solid \(Palette.faint); }
  thead th { background: \(Palette.mist); border-bottom: 2px solid \(Palette.line); vertical-align: bottom;
    font-weight: 600; }
  tbody th { font-weight: 500; }
  .number { text-align: right; }
  td.number { white-space: nowrap; }
  .strong th, .strong td { background: \(Palette.mist); font-weight: 650; }
  .matrix { min-width: 52rem; font-size: 0.86rem; }
  .matrix th, .matrix td { padding: 0.5rem 0.45rem; }
  .matrix td.number { white-space: normal; }
  .range { display: block; white-space: nowrap; color: \(Palette.soft); font-weight: 400; }
  .matrix tbody th { position: sticky; left: 0; background: \(Palette.paper); min-width: 8.5rem; }
  .matrix .strong th { background: \(Palette.mist); }
  .records tbody th { width: 26%; }
  .records th, .records td { min-width: 5rem; }
  .pairs thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .pairs tbody th { width: 26%; min-width: 8rem; }
  .pairs tbody tr:first-child > * { border-top: 2px solid \(Palette.line); }
  tr:target th, tr:target td { background: \(Palette.paleAmber); }
  .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.4rem 2rem;
    margin: 0 0 1.6rem; }
  figure { margin: 0; max-width: 34rem; }
  figure svg { display: block; width: 100%; height: auto; margin: 0.4rem 0; }
  .reading { color: \(Palette.soft); font-size: 0.86rem; line-height: 1.45; }
  .gallery { display: flex; flex-wrap: wrap; gap: 1.1rem; align-items: flex-start; margin: 0 0 1.6rem; }
  .gallery figure { width: 20rem; max-width: 100%; }
  .gallery .small { width: 9.5rem; }
  .gallery figcaption { color: \(Palette.soft); font-size: 0.86rem; line-height: 1.45; }
  .gallery audio { display: block; width: 100%; }
  .gallery image { image-rendering: pixelated; }
  .steps { list-style: none; counter-reset: step; margin: 0 0 1.2rem; padding: 0; max-width: 50rem; }
  .steps li { counter-increment: step; position: relative; margin: 0; padding: 0.9rem 2.2rem 0.9rem 2.6rem;
    border-bottom: 1px solid \(Palette.faint); }
  .steps li::before { content: counter(step) "."; position: absolute; left: 0.4rem; font-weight: 650; }
  .steps li::after { content: ""; position: absolute; right: 0.4rem; top: 1.1rem; width: 1rem; height: 1rem;
    border: 1.5px solid \(Palette.line); border-radius: 2px; }
  .steps p { margin: 0; max-width: none; }
  .steps .action { font-weight: 600; }
  .steps .because { font-size: 0.9rem; margin-top: 0.2rem; }
  .steps .term { color: \(Palette.soft); padding-right: 0.35rem; }
  footer { margin-top: 3rem; padding-top: 1rem; border-top: 3px solid \(Palette.blue); color: \(Palette.soft);
    font-size: 0.92rem; }
  @media (max-width: 44rem) {
    body { padding: 0 1rem 2rem; }
    header { padding-top: 1.4rem; }
    h1 { font-size: 1.6rem; }
    h2 { font-size: 1.25rem; margin-top: 2.2rem; }
    .records thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .records, .records tbody, .records caption { display: block; }
    .records tr { display: block; padding: 0.6rem 0; border-bottom: 1px solid \(Palette.faint); }
    .records th, .records td { display: block; width: auto; min-width: 0; border: 0; padding: 0.12rem 0.4rem; text-align: left; }
    .records tbody th { width: auto; font-weight: 600; }
    .records td[data-label]::before { content: attr(data-label); color: \(Palette.soft); font-weight: 400; }
    .records td:empty { display: none; }
    .matrix tbody th { min-width: 7rem; max-width: 9rem; }
  }
  @media print {
    @page { margin: 16mm 14mm; }
    html { font-size: 10pt; }
    body { max-width: none; padding: 0; }
    nav, .skip { display: none; }
    header { padding-top: 0; }
    a { color: inherit; text-decoration: none; }
    .scroll { overflow: visible; }
    figure { max-width: 11cm; }
    .matrix { min-width: 0; font-size: 8pt; }
    .matrix th, .matrix td { padding: 0.25rem 0.3rem; }
    .matrix tbody th { position: static; min-width: 0; }
    h2, h3, caption { break-after: avoid; }
    tr, figure, .note, .verdict, .figures div, .steps li { break-inside: avoid; }
    .verdict, .note, thead th, .strong th, .strong td, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
  """
