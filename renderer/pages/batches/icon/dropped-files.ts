/** All files that were dropped, with those in dropped folders; a file that can not be read is left out. */
export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  // The entries must be taken before the first wait: the event's data is gone afterwards.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...data.files]
  return (await Promise.all(entries.map(filesOf))).flat()
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry))
    return new Promise((resolve) =>
      entry.file(
        (file) => resolve([file]),
        () => resolve([])
      )
    )
  if (!isFolder(entry)) return []
  const inside: File[] = []
  const reader = entry.createReader()
  // A folder tells its entries a hundred at a time, and then none.
  for (let some = await read(reader); some.length > 0; some = await read(reader)) {
    inside.push(...(await Promise.all(some.map(filesOf))).flat())
  }
  return inside
}

function read(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])))
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
