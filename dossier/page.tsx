import { render } from 'preact';
import { DossierChecker } from '../src/ui/dossier/dossier-checker.tsx';
import { Notice } from '../src/ui/parts/notice.tsx';
import { pageText as text } from '../src/ui/text/dossie.ts';
import { checkHere } from './check-here.ts';
import './page.css';

const Page = () => (
  <main class="dossier-page stack receipt">
    <h1>{text.title}</h1>
    <p class="no-print">{text.lead}</p>
    <Notice tone="info">{text.ownWord}</Notice>
    <DossierChecker check={checkHere} trust={text.trust} />
  </main>
);

render(<Page />, document.getElementById('dossie') ?? document.body);
