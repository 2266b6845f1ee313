import { basename } from 'node:path'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import type { RestoreOutcome } from './restore-swap'

/** What a rollout's log says of a restore. */
export const pausedLine = (): string => say`数据从备份恢复，已暂停；请核对商家的现状后再继续`

/** For a database that was damaged or gone: what was lost, what took its place, and where the old file is. */
export function damageNotice(found: {
  readonly aside: string | null
  readonly backup: string | null
  readonly paused: number
}): string {
  const { aside, backup, paused } = found
  const what = aside === null ? say`数据文件不见了` : say`数据文件已损坏，原文件保留为 ${basename(aside)}`
  if (backup === null) {
    return clauses([what, say`没有可用的备份，已建立新的数据文件，商家会重新从平台读取`])
  }
  const restored = say`已恢复备份 ${basename(backup)}，备份之后的改动会重新从平台读取`
  return clauses([what, restored, ...pausedClause(paused)])
}

/** For a database that can only be looked at. */
export function readingNotice(code: string): string {
  return say`数据文件不能写入（${code}），可能是磁盘已满或只读。现在只能查看：改动不会保存，也不会连接平台`
}

/** What became of a restore that was ordered, and what is left to do on this computer. */
export function aftermath(outcome: RestoreOutcome, aside: string | null): readonly string[] {
  const when = momentText(outcome.order.at)
  switch (outcome.kind) {
    case 'unusable':
      return [say`没有恢复 ${when} 的备份：准备好的文件没有通过检查。现在的数据没有改动，请重新选择备份`]
    case 'postponed':
      return [say`没有恢复 ${when} 的备份：现在的数据没能先备份（${outcome.why}）。下次打开程序时会再试`]
    case 'done': {
      const kept = aside === null ? [] : [say`原来的数据文件已损坏，保留为 ${basename(aside)}`]
      const restored = clauses([say`已恢复 ${when} 的备份`, ...kept, ...pausedClause(outcome.order.paused)])
      const toDo = say`请检查这台电脑上各账号的密钥、票据来源和接收端口：没有密钥的账号要重新填写，商家授权由程序用找回授权码恢复`
      return [restored, toDo]
    }
  }
}

const pausedClause = (paused: number): readonly string[] =>
  paused === 0 ? [] : [say`${paused} 次没有结束的批量发布已暂停，核对后再继续`]

const chinaMs = 8 * 60 * 60_000

/** In China time, as everywhere in the program. */
function momentText(at: number): string {
  return new Date(at + chinaMs).toISOString().slice(0, 16).replace('T', ' ')
}
