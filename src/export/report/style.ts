// Each kind and each way of naming has a pattern of its own, so that colour is never the only sign.

/** A file of its own: light or dark as its reader has it. */
const FILE_COLORS = `
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1f2328; --faint: #57606a; --rule: #8c959f; --link: #0b62c4;
  --quote: #1a7f37; --claim: #57606a; --named: #0b62c4; --anonymous: #b0500a; --role: #7b3fb0; --target: #fff8c5; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --ink: #e6edf3; --faint: #9aa7b8; --rule: #6e7681; --link: #4fa8ff;
    --quote: #3fb950; --claim: #9aa7b8; --named: #4fa8ff; --anonymous: #ff9e3d; --role: #c792ea; --target: #4b3f10; }
}
@media (prefers-contrast: more) { :root { --faint: var(--ink); --rule: var(--ink); --claim: var(--ink); } }
`;

/** A tab of the editor: as the editor's theme has it. */
const EDITOR_COLORS = `
:root { --ground: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground);
  --faint: var(--vscode-descriptionForeground, var(--ink)); --rule: var(--vscode-contrastBorder, var(--vscode-sourcelight-leftOut));
  --link: var(--vscode-textLink-foreground); --quote: var(--vscode-sourcelight-directQuoteBorder);
  --claim: var(--vscode-sourcelight-indirectClaimBorder); --named: var(--vscode-sourcelight-namedSource);
  --anonymous: var(--vscode-sourcelight-anonymousSource); --role: var(--vscode-sourcelight-roleSource);
  --target: var(--vscode-editor-findMatchHighlightBackground, transparent); }
body.vscode-high-contrast, body.vscode-high-contrast-light { --faint: var(--ink); }
`;

const LAYOUT = `
* { box-sizing: border-box; }
html { font-size: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, 'Segoe UI', Roboto, sans-serif; }
#report { max-width: 60rem; margin: 0 auto; padding: 1rem clamp(0.75rem, 4vw, 2rem) 3rem; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 0.5rem; padding-top: 0.4rem; border-top: 1px solid var(--rule); break-after: avoid; }
.kicker, .about, .how, .note, small, footer { color: var(--faint); }
.kicker { margin: 0; letter-spacing: 0.04em; }
.about, .how { margin: 0.25rem 0 0.75rem; }
small { display: block; }
.note { font-size: 0.85em; border: 1px dashed var(--rule); border-radius: 3px; padding: 0 0.3em; }
nav ul { list-style: none; margin: 0.75rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; }
.brief { font-size: 1.2rem; line-height: 1.55; max-width: 46rem; }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.patterns { position: absolute; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; margin: 0 0 0.75rem; padding: 0; }
.swatch { vertical-align: -1px; }
.rows { list-style: none; margin: 0; padding: 0; }
.row { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr) 11.5rem; gap: 0 0.9rem; align-items: center; padding: 0.25rem 0; break-inside: avoid; }
.timeline .row { grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); padding: 0.1rem 0; }
.who { line-height: 1.25; }
.amount { font-variant-numeric: tabular-nums; }
svg.bar, svg.line, svg.ticks { display: block; width: 100%; overflow: visible; }
svg.whole { margin: 0.5rem 0; }
svg text { fill: var(--ink); font-size: 13px; }
svg rect { stroke-width: 1; }
.kind-direct { fill: var(--quote); stroke: var(--quote); }
.kind-mixed { fill: url(#pattern-mixed); stroke: var(--quote); }
.kind-indirect { fill: url(#pattern-indirect); stroke: var(--claim); }
.claims { fill: var(--faint); stroke: none; }
.naming-named { fill: var(--named); stroke: var(--named); }
.naming-individual { fill: url(#pattern-individual); stroke: var(--anonymous); }
.naming-group { fill: url(#pattern-group); stroke: var(--anonymous); }
.naming-role { fill: url(#pattern-role); stroke: var(--role); }
.naming-collective { fill: url(#pattern-collective); stroke: var(--role); }
.naming-nobody { fill: var(--ground); stroke: var(--ink); stroke-dasharray: 3 2; }
pattern .ground { fill: var(--ground); stroke: none; }
pattern path { fill: none; stroke-width: 1.3; }
pattern.of-group path { stroke-width: 3.5; }
pattern circle { stroke: none; }
.of-mixed path { stroke: var(--quote); }
.of-indirect circle { fill: var(--claim); }
.of-individual path, .of-group path { stroke: var(--anonymous); }
.of-role path { stroke: var(--role); }
.of-collective circle { fill: var(--role); }
.axis { stroke: var(--rule); stroke-width: 1; }
.line a:focus-visible { outline: none; }
.line a:focus-visible rect, .line a:hover rect { stroke: var(--ink); stroke-width: 3; }
.graph .arrow { fill: none; stroke: var(--faint); stroke-width: 1.5; }
.head { fill: var(--faint); }
.node { fill: var(--ground); stroke: var(--named); stroke-width: 2; }
.node-individual, .node-group { stroke: var(--anonymous); stroke-dasharray: 5 3; }
.node-role, .node-collective { stroke: var(--role); stroke-dasharray: 2 2; }
.node-nobody { stroke: var(--rule); stroke-dasharray: 1 3; }
.scroll { overflow-x: auto; overflow-wrap: normal; }
details { margin: 0.4rem 0; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
table { border-collapse: collapse; margin: 0.4rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.2rem 0.9rem 0.2rem 0; border-bottom: 1px solid var(--rule); }
tbody th { font-weight: normal; min-width: 7rem; }
td { font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
.checks { padding-left: 0; list-style: none; }
.checks li { margin: 0 0 0.8rem; break-inside: avoid; }
#text article { max-width: 44rem; line-height: 1.75; font-family: Georgia, 'Times New Roman', serif; font-size: 1.06rem; }
mark { background: none; color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.22em; }
.quoted-direct { text-decoration-color: var(--quote); }
.quoted-mixed { text-decoration-style: double; text-decoration-color: var(--quote); }
.quoted-indirect { text-decoration-style: dotted; text-decoration-color: var(--claim); }
.number, .flag { font: 0.7rem/1 system-ui, sans-serif; vertical-align: super; padding: 0 0.15em; scroll-margin-top: 30vh; }
.flag { color: var(--anonymous); }
.status { border: 1px solid currentColor; border-radius: 2px; padding: 0 0.2em; }
:target { outline: 2px solid var(--link); outline-offset: 2px; background: var(--target); }
:target + mark { background: var(--target); }
footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: 0.6rem; font-size: 0.9rem; }
@media (max-width: 42rem) {
  .row, .timeline .row { grid-template-columns: minmax(0, 1fr); padding: 0.4rem 0; }
  .who small { display: inline; margin-left: 0.5em; }
}
@media (forced-colors: active) {
  :root { --ground: Canvas; --ink: CanvasText; --faint: CanvasText; --rule: CanvasText; --link: LinkText; --quote: CanvasText;
    --claim: CanvasText; --named: CanvasText; --anonymous: CanvasText; --role: CanvasText; --target: Highlight; }
  svg { forced-color-adjust: none; }
  :target, :target + mark { color: HighlightText; forced-color-adjust: none; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root, body { color-scheme: light; --ground: #ffffff; --ink: #000000; --faint: #444444; --rule: #888888; --link: #000000;
    --quote: #1a7f37; --claim: #444444; --named: #0b62c4; --anonymous: #b0500a; --role: #7b3fb0; --target: transparent; }
  @page { margin: 16mm; }
  body { font-size: 10.5pt; }
  #report { max-width: none; padding: 0; }
  nav, .skip, details.table { display: none; }
  details.rest > summary { list-style: none; }
  a { text-decoration: none; }
  .scroll { overflow: visible; }
  svg.graph { max-width: 100%; height: auto; }
  #text { break-before: page; }
  p { orphans: 3; widows: 3; }
  :target { outline: none; }
}
`;

export const FILE_STYLE = FILE_COLORS + LAYOUT;
export const EDITOR_STYLE = EDITOR_COLORS + LAYOUT;
