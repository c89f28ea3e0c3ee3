import { ambiente } from '../../app/state.ts';
import { demoText as text } from '../text/simulador.ts';

/** People and files of the simulator, to train with; there are none outside it. */
export const DemoFiles = () => {
  const files = ambiente.value?.demo?.arquivos ?? [];
  if (files.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="demo">
      <h2 id="demo">{text.title}</h2>
      <p>{text.lead}</p>
      <ul>
        {files.map(({ nome, href, descricao }) => (
          <li key={href}>
            <a href={href} download={nome}>
              {nome}
            </a>{' '}
            <span class="soft">{descricao}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
