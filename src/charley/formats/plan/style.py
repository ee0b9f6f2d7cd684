"""The style of the printed pages: black on white, two columns, nothing that only colour says."""

STYLE = """
@page { size: A4; margin: 11mm 12mm 13mm;
  @bottom-left { content: "Information, not a diagnosis. In an emergency call your emergency number.";
    font: 8pt sans-serif; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
* { box-sizing: border-box; }
body { font-family: "DejaVu Sans", "Liberation Sans", Arial, sans-serif; font-size: 9.3pt; line-height: 1.26;
  color: #000; margin: 0; }
h1 { font-size: 15pt; line-height: 1.15; margin: 0 0 2.5mm; }
h2 { font-size: 11pt; margin: 0 0 1mm; padding-bottom: 0.4mm; border-bottom: 0.4mm solid #1d4f63;
  color: #12394a; break-after: avoid; }
p { margin: 0 0 0.8mm; }
ul { margin: 0 0 0.8mm; padding-left: 4mm; }
li { margin: 0 0 0.8mm; break-inside: avoid; }
li p { margin: 0; }
.care { border: 0.6mm solid #1d4f63; padding: 2mm 3mm 1.4mm; margin-bottom: 3mm; font-size: 10.5pt; }
.care.urgent { border: 1.2mm solid #a40000; font-size: 12pt; font-weight: bold; }
main, .main { columns: 2; column-gap: 7mm; }
.more { break-before: page; }
.strip { display: flex; gap: 5mm; align-items: flex-end; break-inside: avoid; }
figure { margin: 0; }
figure img { height: 27mm; width: auto; display: block; }
figcaption { font-size: 7.5pt; }
main.dense { font-size: 8.4pt; }
main.dense li { break-inside: auto; }
section { margin-bottom: 2.2mm; }
.code { display: flex; gap: 3mm; align-items: center; flex: 1; }
.code img { width: 24mm; height: 24mm; }
.code p { font-size: 7.5pt; }
"""
