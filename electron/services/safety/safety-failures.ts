import { DeskFailure, type DeskErrorCode, type WayOut } from '@shared/errors'
import { say } from '@shared/texts/say'

/** All are for the operator; most come up where the data is kept, so that there is no other place to lead to. */
function failure(
  code: DeskErrorCode,
  message: string,
  reason: string,
  nextStep: string,
  wayOut: WayOut | null = null
): DeskFailure {
  const place = wayOut === null ? {} : { wayOut }
  return new DeskFailure({
    code,
    message,
    reason,
    nextStep,
    retryable: code === 'storage',
    actor: 'operator',
    ...place
  })
}

/** Nothing was changed, whatever the reason. */
export const notRestored = {
  notArchive: () =>
    failure(
      'invalid_input',
      say`备份文件不能使用`,
      say`它不是代管台的备份文件，或者没有传完整`,
      say`请选择用「备份到文件」得到的 .mdbackup 文件`
    ),
  damaged: () =>
    failure(
      'invalid_input',
      say`备份文件不能使用`,
      say`内容和文件自己的校验值不一致，文件已损坏或被改过`,
      say`请换一份备份；可以从原来的电脑重新复制一次`
    ),
  newer: () =>
    failure(
      'not_possible_now',
      say`备份不能恢复`,
      say`它由更新版本的代管台写成`,
      say`请先更新这台电脑上的代管台，再恢复`,
      'update'
    ),
  foreign: () => failure('invalid_input', say`备份不能恢复`, say`里面的数据库不是代管台的`, say`请选择代管台的备份`),
  passphrase: () =>
    failure('invalid_input', say`没有恢复`, say`口令不对，打不开备份里的密钥`, say`请重新输入口令，或不带密钥恢复`),
  noPassphraseNeeded: () => failure('invalid_input', say`没有恢复`, say`这份备份里没有密钥`, say`请不填口令再恢复`),
  changed: () =>
    failure('changed_meanwhile', say`没有恢复`, say`输入的商家数和备份里的不一致`, say`请核对备份的内容后再输入`),
  gone: () => failure('not_found', say`没有找到这份备份`, say`它可能已被更新的备份替换`, say`请刷新备份列表`)
}

export const noFile = (): DeskFailure =>
  failure('not_found', say`没有找到文件`, say`文件没有传完，或已经删除`, say`请重新选择文件`)

export const pieceUnfit = (): DeskFailure =>
  failure('invalid_input', say`文件没有收下`, say`这一段和已收到的接不上`, say`请重新选择文件`)

export const tooManyFiles = (): DeskFailure =>
  failure('not_possible_now', say`文件没有收下`, say`同时处理的备份文件太多`, say`请先完成或放弃已有的文件`)

export const tooLarge = (): DeskFailure =>
  failure(
    'not_possible_now',
    say`没有备份到文件`,
    say`数据超过 512 MB，不能经过页面保存`,
    say`请退出程序后直接复制数据目录里的 backups 文件夹`
  )

/** The database was opened for reading only: see the notice of the program's start. */
export const onlyReading = (): DeskFailure =>
  failure(
    'storage',
    say`没有保存，也没有执行`,
    say`数据文件不能写入，程序只为查看而打开`,
    say`请检查磁盘空间和数据目录的权限，然后重新打开程序`,
    'data_folder'
  )

/** `path` is where in the file it stands, such as accounts.0.merchants.3.tags. */
export const notImportable = (reason: string): DeskFailure =>
  failure('invalid_input', say`没有导入`, reason, say`请选择用「导出设置」得到的 JSON 文件`)
