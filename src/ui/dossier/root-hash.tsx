/** A root hash in groups of four, for reading aloud and comparing; copied as it is shown. */
export const RootHash = ({ root }: { root: string }) => (
  <p class="mono root-hash">{(root.match(/.{1,4}/g) ?? []).join(' ')}</p>
);
