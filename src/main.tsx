import { render } from 'preact';
import { start } from './app/start.ts';
import { App } from './ui/app.tsx';
import './ui/styles/tokens.css';
import './ui/styles/frame.css';
import './ui/styles/parts.css';
import './ui/styles/form.css';
import './ui/styles/screens.css';

await start();
const root = document.getElementById('estafeta');
if (root) render(<App />, root);
