/**
 * All that the report looks like: light, dark and on paper. No color says what no word says; each is at least 4.5 to 1
 * before what is behind it.
 */
export const STYLE = `:root{color-scheme:light dark;--ink:#1d2530;--quiet:#54606e;--paper:#fff;--line:#c9d1da;--shade:#f3f5f8;--link:#0b5cab;--late:#a3261d;--open:#7a5200;--over:#2f6b3f;--mark:#fff3cf;--place:#2f7a43;--person:#2f6ca8;--org:#7350b5;--agreement:#946012;--event:#1b7277;--other:#5d6a78}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--quiet:#a9b3bf;--paper:#171b21;--line:#3c4652;--shade:#20262e;--link:#8cc0f5;--late:#ff9d92;--open:#e8c06a;--over:#8fcf9f;--mark:#4a3d14;--place:#7fc592;--person:#8bbcec;--org:#bda6ee;--agreement:#e0b26a;--event:#7ccbd0;--other:#a7b4c2}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:62rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em}
h1{font-size:1.9rem;margin-top:0}
h2{font-size:1.4rem;border-bottom:1px solid var(--line);padding-bottom:.25rem;margin-top:2.5em}
h3{font-size:1.12rem}
a{color:var(--link)}
p,ul,ol,blockquote,pre,table,dl{margin:.6em 0}
ul,ol{padding-inline-start:1.6em}
.quiet,footer{color:var(--quiet)}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
table{border-collapse:collapse;width:100%}
caption{text-align:start;color:var(--quiet);padding-bottom:.3rem}
th,td{overflow-wrap:break-word;text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
thead th{background:var(--shade)}
tbody th{font-weight:600}
td.number,th.number{white-space:nowrap;text-align:end;font-variant-numeric:tabular-nums}
.figures{display:flex;flex-wrap:wrap;gap:.75rem;padding:0;list-style:none}
.figures li{background:var(--shade);border-radius:.4rem;padding:.6rem 1rem;min-width:7.5rem}
.figures strong{display:block;font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
.overdue{color:var(--late);font-weight:600}
.open{color:var(--open)}
.over{color:var(--over)}
.promise{border:1px solid var(--line);border-inline-start:.3rem solid var(--other);border-radius:.3rem;padding:.2rem 1rem .6rem;margin:1rem 0}
.promise.late{border-inline-start-color:var(--late)}
.promise.due{border-inline-start-color:var(--open)}
.promise.done{border-inline-start-color:var(--over)}
.promise h3{margin:.6em 0 .3em}
.promise dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.15rem 1rem}
dt{color:var(--quiet)}
dd{margin:0}
.steps{padding-inline-start:1.2em}
.brief{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem}
mark{background:var(--mark);color:inherit;border-radius:.15rem}
.m{text-decoration:underline;text-decoration-color:var(--other);text-decoration-thickness:2px;text-underline-offset:.22em}
.k-place{text-decoration-color:var(--place)}
.k-person{text-decoration-color:var(--person)}
.k-org,.k-office{text-decoration-color:var(--org)}
.k-agreement{text-decoration-color:var(--agreement)}
.k-event{text-decoration-color:var(--event)}
.k-date{text-decoration-style:dotted}
sup a{text-decoration:none}
pre,code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.9em}
pre{background:var(--shade);padding:.6rem .8rem;white-space:pre-wrap}
blockquote{border-inline-start:.25rem solid var(--line);margin-inline:0;padding-inline-start:1rem;color:var(--quiet)}
hr{border:0;border-top:1px solid var(--line)}
@page{margin:18mm 16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}nav{display:none}a{color:inherit}h1,h2,h3,h4{break-after:avoid}.promise,tr,.figures li,li{break-inside:avoid}thead{display:table-header-group}.brief+.brief{break-before:page;border:0}caption,thead{break-after:avoid}mark,.figures li,thead th,pre{print-color-adjust:exact;-webkit-print-color-adjust:exact}main a[href^=http]::after{content:" (" attr(href) ")";color:var(--quiet);font-size:.85em}}
`;

/** Of {@link STYLE}, so that the policy of the page lets in no other; a test makes it anew. */
export const STYLE_HASH = 'sha256-hTkFXC2SyiMLfBmBzi6c/Ggs4V5mjduTexE7LuF/x4I=';
