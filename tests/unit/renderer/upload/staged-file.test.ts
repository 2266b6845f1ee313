import { filePieceBytes } from '@shared/rules/limits'
import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { fileProblem, stageFile, useUploadProgress } from '@/composables/staged-file'
import { refused } from '../merchant/fake-desk'
import { installFileDesk, pngFile } from './files'

describe('staging a file', () => {
  it('hands it over in pieces, in order, and tells how far it is', async () => {
    const desk = installFileDesk()
    const bytes = filePieceBytes * 2 + 5
    const told: number[] = []
    const answer = await stageFile(pngFile(bytes), 'icon.png', { onProgress: (received) => told.push(received) })
    expect(answer).toEqual({
      ok: true,
      value: { fileId: 'f1', name: 'icon.png', contentType: 'image/png', bytes }
    })
    expect(told).toEqual([filePieceBytes, filePieceBytes * 2, bytes])
    expect(desk.inputs('files.append').map((input) => (input as { offset: number }).offset)).toEqual([
      0,
      filePieceBytes,
      filePieceBytes * 2
    ])
    const whole =
      desk.received
        .get('f1')
        ?.pieces.map((piece) => atob(piece))
        .join('') ?? ''
    expect([...whole].every((character, at) => character.charCodeAt(0) === at % 251)).toBe(true)
  })

  it('asks for nothing where the platform takes no such file', async () => {
    const desk = installFileDesk()
    const answer = await stageFile(new File(['x'], 'a.gif', { type: 'image/gif' }), 'a.gif')
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(desk.asked).toEqual([])
  })

  it('discards what was handed over when it is aborted', async () => {
    const abort = new AbortController()
    const desk = installFileDesk()
    const answer = await stageFile(pngFile(filePieceBytes * 3), 'icon.png', {
      signal: abort.signal,
      onProgress: () => abort.abort()
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(desk.inputs('files.append')).toHaveLength(1)
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })

  it('discards a file that was aborted while its last piece was on its way', async () => {
    const abort = new AbortController()
    const desk = installFileDesk()
    await stageFile(pngFile(), 'icon.png', { signal: abort.signal, onProgress: () => abort.abort() })
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })

  it('answers with the failure of a piece, and discards the rest', async () => {
    const desk = installFileDesk({ 'files.append': () => refused({ code: 'storage', message: '磁盘满了' }) })
    const answer = await stageFile(pngFile(), 'icon.png')
    expect(answer).toMatchObject({ ok: false, error: { message: '磁盘满了' } })
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })

  it('has nothing to discard where there was no room', async () => {
    const desk = installFileDesk({ 'files.begin': () => refused({ code: 'storage' }) })
    expect((await stageFile(pngFile(), 'icon.png')).ok).toBe(false)
    expect(desk.names()).toEqual(['files.begin'])
  })
})

describe('a file', () => {
  it('is refused for its type, for being empty and for its size, and taken at the limit', () => {
    expect(fileProblem(new File(['x'], 'a.gif', { type: 'image/gif' }), 100)).toBe('要 png 或 jpeg 图片')
    expect(fileProblem(pngFile(0), 100)).toBe('这个文件是空的')
    expect(fileProblem(pngFile(3 * 1024), 2 * 1024)).toBe('图片 3 KB，超过平台的 2 KB')
    expect(fileProblem(pngFile(2 * 1024), 2 * 1024)).toBeNull()
  })
})

describe('the progress of a sending', () => {
  it('is that of the file asked about, and starts anew with another', async () => {
    const desk = installFileDesk()
    const id = ref<string | null>('f1')
    const scope = effectScope()
    const progress = scope.run(() => useUploadProgress(() => id.value))
    desk.send('upload.progress', { fileId: 'f9', sentBytes: 1, totalBytes: 2 })
    expect(progress?.value).toBeNull()
    desk.send('upload.progress', { fileId: 'f1', sentBytes: 1, totalBytes: 2 })
    expect(progress?.value?.sentBytes).toBe(1)
    id.value = 'f2'
    await nextTick()
    expect(progress?.value).toBeNull()
    scope.stop()
    expect(desk.listenerCount()).toBe(0)
  })
})
