/** A file as the person chose it. */
export interface ChosenFile {
  file: File;
  /** Its name, below the chosen folder where there is one: `atas/ata 1.pdf`. */
  path: string;
  /** The folder it lies in, where the person let us write there. */
  folder?: FileSystemDirectoryHandle;
}

interface FolderPicker {
  showDirectoryPicker?(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

const picker = globalThis as FolderPicker;

/** Whether a whole folder can be opened to read and to write (File System Access). */
export const canOpenFolder = (): boolean => picker.showDirectoryPicker !== undefined;

/** Asks for a folder and gives what lies in it; nothing where the person thinks better of it. */
export const openFolder = async (): Promise<ChosenFile[]> => {
  try {
    const folder = await picker.showDirectoryPicker?.({ mode: 'readwrite' });
    return folder ? await filesIn(folder, '') : [];
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return [];
    throw error;
  }
};

const filesIn = async (folder: FileSystemDirectoryHandle, above: string): Promise<ChosenFile[]> => {
  const found: ChosenFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (isLitter(name)) continue;
    const path = above + name;
    if (handle instanceof FileSystemDirectoryHandle) {
      found.push(...(await filesIn(handle, `${path}/`)));
    } else if (handle instanceof FileSystemFileHandle) {
      found.push({ file: await handle.getFile(), path, folder });
    }
  }
  return found.sort((a, b) => a.path.localeCompare(b.path, 'pt-BR'));
};

/** Files of an `<input>`, of a folder too (`webkitdirectory`). */
export const filesOfInput = (files: Iterable<File>): ChosenFile[] =>
  [...files]
    .filter(({ name }) => !isLitter(name))
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/** What was dropped: files, and the files of folders. */
export const filesOfDrop = async (transfer: DataTransfer): Promise<ChosenFile[]> => {
  // The list of a drop is emptied at the first await.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found = await Promise.all(entries.map(filesOfEntry));
  return found.flat().filter(({ file }) => !isLitter(file.name));
};

const filesOfEntry = async (entry: FileSystemEntry): Promise<ChosenFile[]> => {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  if (!isDirectory(entry)) return [];
  const reader = entry.createReader();
  const found: ChosenFile[] = [];
  // Each call gives some of the entries; none is the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return found;
    for (const each of entries) found.push(...(await filesOfEntry(each)));
  }
};

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;

/** What systems leave in folders on their own, and temporary files of office programs. */
const isLitter = (name: string): boolean => /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(name);
