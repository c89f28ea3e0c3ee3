import { render } from 'preact';
import { start } from './app/start.ts';
import { App } from './ui/app.tsx';
import { CannotStart } from './ui/cannot-start.tsx';
import './ui/styles/tokens.css';
import './ui/styles/frame.css';
import './ui/styles/parts.css';
import './ui/styles/form.css';
import './ui/styles/screens.css';
import './ui/styles/stamp.css';
import './ui/styles/dossier.css';

const root = document.getElementById('estafeta') ?? document.body;
try {
  await start();
  render(<App />, root);
} catch (error) {
  // Private windows and blocked storage: better a sentence than an app that would lose what is typed.
  console.error(error);
  render(<CannotStart />, root);
}
