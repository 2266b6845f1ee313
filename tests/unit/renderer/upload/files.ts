import type { StagedFile } from '@shared/domain/file'
import { vi } from 'vitest'
import { installDesk, ok } from '../merchant/fake-desk'

/** A file that says to be a PNG, of so many bytes. */
export const pngFile = (bytes = 10, name = 'icon.png'): File =>
  new File([new Uint8Array(bytes).map((_, at) => at % 251)], name, { type: 'image/png' })

type Answers = Parameters<typeof installDesk>[0]

/** A main process that takes files: `f1`, `f2` and so on, with what arrived of each. */
export function installFileDesk(answers: Answers = {}) {
  const received = new Map<string, { file: StagedFile; pieces: string[]; bytes: number }>()
  const desk = installDesk({
    'files.begin': ({ name, contentType, bytes }) => {
      const fileId = `f${received.size + 1}`
      received.set(fileId, { file: { fileId, name, contentType, bytes }, pieces: [], bytes: 0 })
      return ok({ fileId })
    },
    'files.append': ({ fileId, piece }) => {
      const room = received.get(fileId)
      if (!room) throw new Error(`no room for ${fileId}`)
      room.pieces.push(piece)
      room.bytes += atob(piece).length
      return ok({ receivedBytes: room.bytes, file: room.bytes === room.file.bytes ? room.file : null })
    },
    'files.discard': () => ok({ discarded: true }),
    ...answers
  })
  const inputs = (name: string) => desk.asked.filter((each) => each.name === name).map((each) => each.input)
  return { ...desk, received, inputs, discarded: () => inputs('files.discard') }
}

/** Puts files into an input as a browser does after the operator picked them. */
export function putFiles(input: Element, files: readonly File[]): void {
  Object.defineProperty(input, 'files', { value: files, configurable: true })
}

/** Object addresses that a test can follow: those that were made, without those that were given back. */
export function followObjectAddresses() {
  const open = new Set<string>()
  let count = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const address = `blob:test/${++count}`
    open.add(address)
    return address
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void open.delete(address))
  return open
}
