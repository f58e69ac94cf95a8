/**
 * Mail programs that drop it show a plain, readable page. Both lights: many read in the evening. Without
 * quotes, which would be written otherwise and change the hash of it.
 */
export const letterLooks = `body{margin:0;padding:0;background:#f3f5f0;color:#12292c;font:17px/1.6 Be Vietnam Pro,Segoe UI,Roboto,Arial,Helvetica,sans-serif}
.page{background:#f3f5f0}.page td{padding:24px 12px}
.sheet{max-width:600px;background:#fffffe;border-top:5px solid #0f5a60;border-radius:6px}.sheet td.in{padding:28px 32px 24px;text-align:left}
.site{margin:0 0 6px;font-size:15px;font-weight:600;color:#a02760}
h1{margin:0 0 18px;font-size:26px;line-height:1.3;font-weight:700}
.intro{margin:0 0 14px}
.entry{margin:22px 0 0;padding:20px 0 0;border-top:1px solid #d3dad2}
.kind{margin:0 0 4px;font-size:14px;color:#4b6265}
h2{margin:0;font-size:19px;line-height:1.4;font-weight:600}h2 a{color:#12292c;text-decoration:none}
.lead{margin:6px 0 0}.on{margin:8px 0 0;font-weight:600}
a{color:#0f5a60}.other{margin:10px 0 0;line-height:1.4}
.foot{margin:28px 0 0;padding:18px 0 0;border-top:1px solid #d3dad2;font-size:14px;color:#4b6265}
@media (max-width:480px){.page td{padding:0}.sheet{border-radius:0}.sheet td.in{padding:22px 18px}h1{font-size:23px}}
@media (prefers-color-scheme:dark){body,.page{background:#111a19;color:#e4ebe6}.sheet{background:#18231f;border-top-color:#6fc4c4}.site{color:#f0a3c6}h2 a{color:#e4ebe6}a{color:#7fd0cf}.kind,.foot{color:#a9b8b2}.entry,.foot{border-color:#33423d}}`
