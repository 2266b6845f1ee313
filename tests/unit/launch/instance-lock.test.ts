import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InstanceRunningError, lockDataFolder } from '../../../electron/launch/instance-lock'

describe('the lock of the data folder', () => {
  let folder: string
  let file: string
  const children: ChildProcess[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'))
    file = join(folder, 'instance.lock')
  })
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')))

  const otherProcess = async (): Promise<ChildProcess & { pid: number }> => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    children.push(child)
    await once(child, 'spawn')
    return Object.assign(child, { pid: child.pid ?? 0 })
  }

  test('makes the folder where it is missing', () => {
    const lock = lockDataFolder(join(folder, 'new', 'deep'))
    expect(existsSync(join(folder, 'new', 'deep', 'instance.lock'))).toBe(true)
    lock.release()
  })

  test('is taken once, and can be taken again when it was given back', () => {
    const lock = lockDataFolder(folder)
    expect(() => lockDataFolder(folder)).toThrow(InstanceRunningError)
    lock.release()
    expect(existsSync(file)).toBe(false)
    lockDataFolder(folder).release()
  })

  test('is refused while another process lives that holds it, and names that process', async () => {
    const { pid } = await otherProcess()
    writeFileSync(file, JSON.stringify({ pid, startedAt: null }))
    expect(() => lockDataFolder(folder)).toThrow(`pid ${pid}`)
  })

  test('is taken over from a process that was killed', async () => {
    const child = await otherProcess()
    writeFileSync(file, JSON.stringify({ pid: child.pid, startedAt: null }))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = lockDataFolder(folder)
    expect(readdirSync(folder)).toEqual(['instance.lock'])
    lock.release()
  })

  test.runIf(process.platform === 'linux')('is taken over where the pid belongs to a later process', async () => {
    const { pid } = await otherProcess()
    writeFileSync(file, JSON.stringify({ pid, startedAt: '1' }))
    lockDataFolder(folder).release()
  })

  test('is taken over where the file is damaged', () => {
    lockDataFolder(folder).release()
    for (const text of ['', '{', '{"pid":"1"}', '{"pid":-1}', 'null']) {
      writeFileSync(file, text)
      lockDataFolder(folder).release()
    }
  })

  test('is left alone by a process that no longer holds it', async () => {
    const lock = lockDataFolder(folder)
    const { pid } = await otherProcess()
    writeFileSync(file, JSON.stringify({ pid, startedAt: null }))
    lock.release()
    expect(existsSync(file)).toBe(true)
  })
})
