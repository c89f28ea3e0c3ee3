import { expect, it } from 'vitest';
import { bodyOf, isBlank, writtenDocument } from './written-document.ts';

it('a paste from a word processor keeps headings, lists, bold and italic, and nothing else of it', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
    <!--StartFragment--><h1 style="color:#f00" onclick="x()">Of&iacute;cio</h1>
    <p class=MsoNormal style='margin:0'><span style="font-weight:bold">Senhor</span> <i>Prefeito</i>,<o:p></o:p></p>
    <ul type=disc><li>um<ul><li>dois</li></ul></li></ul>
    <p><a href="javascript:alert(1)">aqui</a><img src="https://x.example/pixel.png"></p><!--EndFragment--></body></html>`;
  expect(bodyOf(word)).toBe(
    [
      '<h1>Ofício</h1>',
      '<p><strong>Senhor</strong> <em>Prefeito</em>,</p>',
      '<ul>\n<li>um\n<ul>\n<li>dois</li>\n</ul></li>\n</ul>',
      '<p>aqui</p>',
    ].join('\n'),
  );
});

it('scripts, frames and forms leave no trace, whatever they are hidden in', () => {
  const hostile = `<p>a<script>alert(1)</script><svg><script>alert(2)</script></svg></p>
    <iframe srcdoc="<script>alert(3)</script>"></iframe><form action="https://x.example"><p>b<button>c</button></p></form>
    <p>&lt;script&gt;d&lt;/script&gt;</p>`;
  expect(bodyOf(hostile)).toBe('<p>a</p>\n<p>b</p>\n<p>&lt;script&gt;d&lt;/script&gt;</p>');
});

it('a table from a spreadsheet keeps its rows, cells and spans', () => {
  const table = `<table style="width:9cm"><colgroup><col></colgroup><tbody><tr><td colspan="2" bgcolor="red">A</td></tr>
    <tr><th><p>b</p></th><td>1 &lt; 2</td></tr></tbody></table>`;
  expect(bodyOf(table)).toBe(
    '<table border="1">\n<tr><td colspan="2">A</td></tr>\n<tr><th>b</th><td>1 &lt; 2</td></tr>\n</table>',
  );
});

it('a document read again is the same, byte for byte, whichever browser wrote its lines', () => {
  const typed =
    'Olá<div>linha&nbsp;2<br></div><div><br></div><b style="font-weight:normal"><p>fim</p></b>';
  const body = bodyOf(typed);
  expect(body).toBe('<p>Olá</p>\n<p>linha\u00a02</p>\n<p><br></p>\n<p>fim</p>');
  const whole = writtenDocument('Ofício "1" & <2>', body);
  expect(writtenDocument('Ofício "1" & <2>', bodyOf(whole))).toBe(whole);
  const lists = bodyOf(
    '<ol><li><p>a</p><p>b</p></li><li></li></ol><blockquote>c<p>d</p></blockquote>',
  );
  expect(bodyOf(lists)).toBe(lists);
});

it('a document of empty lines is blank', () => {
  expect(isBlank(bodyOf('<p><br></p><p>&nbsp; </p>'))).toBe(true);
  expect(isBlank(bodyOf('<p>.</p>'))).toBe(false);
});
