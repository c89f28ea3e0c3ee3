import { render } from 'preact';
import { start, startWork } from './app/start.ts';
import { startFaultOf } from './app/storage/start-fault.ts';
import { App } from './ui/app.tsx';
import { CannotStart } from './ui/storage/cannot-start.tsx';
import { Opening } from './ui/storage/opening.tsx';
import './ui/styles/tokens.css';
import './ui/styles/frame.css';
import './ui/styles/parts.css';
import './ui/styles/form.css';
import './ui/styles/grid.css';
import './ui/styles/screens.css';
import './ui/styles/stamp.css';
import './ui/styles/dossier.css';
import './ui/styles/print.css';

const root = document.getElementById('estafeta') ?? document.body;
render(<Opening />, root);
try {
  await start();
  render(<App />, root);
  void startWork();
} catch (error) {
  // Better a sentence than an app that would lose what is typed.
  console.error(error);
  render(<CannotStart fault={startFaultOf(error)} />, root);
}
