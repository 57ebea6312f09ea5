"""How the pages look, and what a browser may do with them: no scripts, nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

# Dark on light: 13 to 1 for text, 7 to 1 for what is wrong, 6 to 1 for the edges of what is filled in.
STYLE = """
body { margin: 0; background: #fff; color: #222; font: 1.125rem/1.5 system-ui, sans-serif }
main, header { max-width: 42rem; margin: 0 auto; padding: 0 1rem }
header { padding-top: 1rem; text-align: right }
h1 { font-size: 1.75rem; line-height: 1.2 } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem }
a { color: #0b4f8a } a:focus, button:focus, input:focus, textarea:focus, [tabindex]:focus {
  outline: 3px solid #0b4f8a; outline-offset: 3px }
dl { margin: 0 } dt { font-weight: 600; margin-top: .5rem } dd { margin: 0; overflow-wrap: anywhere }
ul { padding-left: 1.25rem } li { margin: .5rem 0; overflow-wrap: anywhere }
small, .hint { display: block; font-size: 1rem; color: #4a4a4a }
fieldset { border: 1px solid #5c5c5c; margin: 1.5rem 0; padding: 0 1rem 1rem; min-width: 0 } legend { font-weight: 600 }
label { display: block; margin-top: 1rem } .choice { margin-top: .5rem }
input, textarea { box-sizing: border-box; font: inherit; color: inherit; border: 1px solid #5c5c5c; padding: .5rem }
input:not([type=radio]), textarea { display: block; width: 100%; margin-top: .25rem } input[type=date] { width: 14rem }
input[type=radio] { width: 1.25rem; height: 1.25rem; vertical-align: -.2rem; margin: 0 .5rem 0 0 }
button, .button { display: inline-block; font: inherit; font-weight: 600; padding: .625rem 1.25rem; margin-top: 1rem;
  border: 2px solid #0b4f8a; background: #0b4f8a; color: #fff; text-decoration: none; cursor: pointer }
.button { background: #fff; color: #0b4f8a } button.final { border-color: #9d1017; background: #9d1017 }
.wrong { color: #9d1017; font-weight: 600 }
[role=alert] { border: 3px solid #9d1017; padding: 0 1rem; margin: 1.5rem 0 }
@media print { header, .ways, form { display: none } body { font-size: 11pt } a { color: inherit } }
"""

CONTENT_SECURITY_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
