/** What the protocols ask of the network. `fetch` fits; tests and the sandbox hand in their own. */
export type Http = (request: Request) => Promise<Response>;
