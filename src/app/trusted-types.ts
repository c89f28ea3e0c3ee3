interface OwnPolicy {
  createScriptURL(url: string): string;
  createHTML(html: string): string;
}

interface TrustedTypesWindow {
  trustedTypes?: { createPolicy(name: string, rules: OwnPolicy): OwnPolicy };
}

// The policy named in the page's CSP. Whoever may use it is in this file, nobody else.
const policy = (globalThis as TrustedTypesWindow).trustedTypes?.createPolicy('estafeta', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError('foreign script');
    return url;
  },
  createHTML: (html) => html,
});

/** The address of one of the app's own scripts, in the form a page with Trusted Types accepts. */
export const ownScript = (url: string): string => policy?.createScriptURL(url) ?? url;

/** HTML of anybody's as a document apart, in which nothing runs and for which nothing is fetched. */
export const inertDocument = (html: string): Document =>
  new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');

/** Puts HTML in the words of a written document where the cursor is, as something that can be undone. */
export const insertHtml = (html: string): void => {
  document.execCommand('insertHTML', false, policy?.createHTML(html) ?? html);
};
