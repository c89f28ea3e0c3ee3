import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import RjsfForm from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

const Rjsf = ({ schema, rows }) => {
  const [formData, setFormData] = useState({ linhas: rows });
  return createElement(RjsfForm, {
    ...{ schema, validator, formData },
    liveValidate: true,
    onChange: (event) => setFormData(event.formData),
  });
};

const JsonFormsForm = ({ schema, rows }) => {
  const [data, setData] = useState({ linhas: rows });
  return createElement(JsonForms, {
    ...{ schema, data },
    renderers: vanillaRenderers,
    cells: vanillaCells,
    onChange: (event) => setData(event.data),
  });
};

const peers = { rjsf: Rjsf, jsonforms: JsonFormsForm };

/** Shows the rows in a peer's form, with validation on; gives the milliseconds until they are painted. */
globalThis.mountPeer = (name, given) =>
  new Promise((resolve) => {
    const { schema, rows } = JSON.parse(given);
    // Ajv, as they set it up, knows no draft-04; the keywords in use mean the same in draft-07.
    delete schema.$schema;
    const start = performance.now();
    createRoot(document.getElementById('root')).render(
      createElement(peers[name], { schema, rows }),
    );
    const look = () => {
      const isThere = document.querySelectorAll('input').length >= rows.length;
      if (!isThere) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });
