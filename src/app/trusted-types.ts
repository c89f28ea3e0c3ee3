interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypesWindow {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
  };
}

// The policy named in the page's CSP. It lets through the app's own workers, nothing else.
const policy = (globalThis as TrustedTypesWindow).trustedTypes?.createPolicy('estafeta', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError('foreign script');
    return url;
  },
});

/** The address of one of the app's own scripts, in the form a page with Trusted Types accepts. */
export const ownScript = (url: string): string => policy?.createScriptURL(url) ?? url;
