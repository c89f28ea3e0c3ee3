import { pdfaText as text } from '../text/pdfa.ts';

/** How to make a PDF/A with what people have; folded. */
export const PdfAAdvice = () => (
  <details class="small">
    <summary>{text.howTo}</summary>
    <ul>
      {text.advice.map((way) => (
        <li key={way}>{way}</li>
      ))}
    </ul>
  </details>
);
