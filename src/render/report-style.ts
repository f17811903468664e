/** How a report looks on a screen and on A4 paper. */
export const REPORT_STYLE = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 46rem; color: #1d1f24; background: #fff;
  font: 1rem/1.55 Charter, "Bitstream Charter", Georgia, "Noto Serif", "DejaVu Serif", serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, th, .who, .badge, nav, .figures, footer { font-family: system-ui, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0 0 .2rem; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 2.75rem 0 .75rem; padding-top: .6rem; border-top: 2px solid #1d1f24; font-size: 1.25rem; }
h3 { margin: 1.75rem 0 .4rem; font-size: 1.0625rem; }
h4 { margin: 1.1rem 0 .3rem; font-size: .9375rem; }
p { margin: .55rem 0; }
ul, ol { margin: .4rem 0; padding-left: 1.4rem; }
li { margin: .2rem 0; }
.figures, .date, footer { color: #55585f; }
.figures, footer { font-size: .8125rem; }
.short { margin: 1.5rem 0; padding: .9rem 1.2rem; border-left: 4px solid #1f4a7a; background: #f3f5f8; }
.short p:first-child { margin-top: 0; } .short p:last-child { margin-bottom: 0; }
.verdict { font-weight: 700; }
.state { margin: .6rem 0; width: 100%; border-collapse: collapse; }
.state th { width: 11rem; padding-right: 1rem; font-size: .875rem; }
th, td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #d9d5cb; text-align: left; vertical-align: top; font-weight: normal; }
th { font-weight: 600; }
table.grid { width: 100%; border-collapse: collapse; font-size: .9375rem; }
table.grid td.number, table.grid th.number { text-align: right; font-variant-numeric: tabular-nums; }
.outcome { margin: 1rem 0; padding: .8rem 1.1rem; border: 1px solid #bfbab0; border-radius: 6px; }
.outcome h3 { margin-top: 0; }
.badge { display: inline-block; margin-left: .5rem; padding: 0 .45rem; border: 1px dashed #6b675e; border-radius: 99px; font-size: .75rem; font-weight: 500; }
.answer { margin-left: 1.2rem; }
.claims { font-size: .875rem; color: #55585f; }
nav ol { columns: 2; font-size: .9375rem; }
a { color: #1f4a7a; }
@media (max-width: 34rem) { nav ol { columns: 1; } .state th { width: 7.5rem; } }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  h2, h3, h4 { break-after: avoid; }
  .outcome, .short, .state, li, tr { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
}`;
