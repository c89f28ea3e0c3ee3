/** A file that was taken away after it was chosen, as with a pen drive; in a browser. */
export const goneFile = async (name: string): Promise<File> => {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(name, { create: true });
  const out = await handle.createWritable();
  await out.write('content');
  await out.close();
  const file = await handle.getFile();
  await root.removeEntry(name);
  return file;
};
