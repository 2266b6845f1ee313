import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Reads the sample data's pictures. A name that is not plain, or unknown, gives null. */
export function samplePictures(resourcesDir: string) {
  return async (folder: 'icons' | 'review', name: string): Promise<Buffer | null> => {
    if (!/^[a-z0-9-]+$/.test(name)) return null
    return readFile(join(resourcesDir, 'practice', folder, `${name}.png`)).catch(() => null)
  }
}
