import type { Dictionary } from '@shared/texts/say'

/** Backups, restores and settings files. */
export const safetyTexts: Dictionary = {
  '模板 {0} 的默认 ext.json': 'The default ext.json of template {0}',
  '数据从备份恢复，已暂停；请核对商家的现状后再继续':
    'Paused: the data was restored from a backup. Check how the merchants stand before you resume',
  '数据文件不能写入（{0}），可能是磁盘已满或只读。现在只能查看：改动不会保存，也不会连接平台':
    'The data file can not be written to ({0}); the disk may be full or read-only. You can only look now: changes are not kept and the platform is not asked',
  '没有恢复 {0} 的备份：准备好的文件没有通过检查。现在的数据没有改动，请重新选择备份':
    'The backup of {0} was not restored: the prepared file did not pass its check. The present data is unchanged, choose a backup again',
  '没有恢复 {0} 的备份：现在的数据没能先备份（{1}）。下次打开程序时会再试':
    'The backup of {0} was not restored: the present data could not be backed up first ({1}). It is tried again at the next start',
  '原来的数据文件已损坏，保留为 {0}': 'the old data file was damaged and is kept as {0}',
  '已恢复 {0} 的备份': 'The backup of {0} was restored',
  '请检查这台电脑上各账号的密钥、票据来源和接收端口：没有密钥的账号要重新填写，商家授权由程序用找回授权码恢复':
    'Check the secrets, ticket sources and receiver ports of the accounts on this computer: enter secrets again where they are missing; the program regains the merchants’ authorisations',
  '{0} 次没有结束的批量发布已暂停，核对后再继续': '{0} unfinished rollouts were paused, check them before you resume',
  备份文件不能使用: 'The backup file can not be used',
  '它不是代管台的备份文件，或者没有传完整': 'It is no backup file of Merchant Desk, or not all of it arrived',
  '请选择用「备份到文件」得到的 .mdbackup 文件': 'Choose an .mdbackup file made by “Back up to file”',
  '内容和文件自己的校验值不一致，文件已损坏或被改过':
    'The content does not fit the file’s own hashes: it was damaged or changed',
  '请换一份备份；可以从原来的电脑重新复制一次': 'Take another backup, or copy it from the other computer once more',
  备份不能恢复: 'The backup can not be restored',
  它由更新版本的代管台写成: 'It was written by a newer version of Merchant Desk',
  '请先更新这台电脑上的代管台，再恢复': 'Update Merchant Desk on this computer first',
  里面的数据库不是代管台的: 'The database in it is not one of Merchant Desk',
  请选择代管台的备份: 'Choose a backup of Merchant Desk',
  没有恢复: 'Not restored',
  '口令不对，打不开备份里的密钥': 'The passphrase does not open the secrets in the backup',
  '请重新输入口令，或不带密钥恢复': 'Type the passphrase again, or restore without the secrets',
  这份备份里没有密钥: 'This backup holds no secrets',
  请不填口令再恢复: 'Restore it without a passphrase',
  输入的商家数和备份里的不一致: 'The number of merchants typed is not that of the backup',
  请核对备份的内容后再输入: 'Look at the content of the backup, then type it again',
  没有找到这份备份: 'This backup was not found',
  它可能已被更新的备份替换: 'A newer one may have replaced it',
  请刷新备份列表: 'Refresh the backups',
  '文件没有传完，或已经删除': 'Not all of the file arrived, or it was deleted',
  这一段和已收到的接不上: 'This piece does not follow what came before',
  同时处理的备份文件太多: 'Too many backup files are handled at once',
  请先完成或放弃已有的文件: 'Finish or drop the others first',
  没有备份到文件: 'Not backed up to a file',
  '数据超过 512 MB，不能经过页面保存': 'The data is larger than 512 MB and can not be saved through the page',
  '请退出程序后直接复制数据目录里的 backups 文件夹': 'Quit the program and copy the folder backups in the data folder',
  '没有保存，也没有执行': 'Nothing was saved or carried out',
  '数据文件不能写入，程序只为查看而打开':
    'The data file can not be written to, the program was opened for reading only',
  '请检查磁盘空间和数据目录的权限，然后重新打开程序':
    'Check the disk’s space and the data folder’s permissions, then open the program again',
  没有导入: 'Not imported',
  '请选择用「导出设置」得到的 JSON 文件': 'Choose a JSON file made by “Export settings”',
  '文件太大，不是导出的设置': 'The file is too large to be exported settings',
  文件不是代管台导出的设置: 'The file holds no settings exported by Merchant Desk',
  '文件由更新版本的代管台导出，请先更新程序':
    'The file was exported by a newer version of Merchant Desk, update the program first',
  有一项写了两次: 'something is in it twice',
  程序没有重新打开: 'The program was not opened again',
  这样启动的程序不能自己重新打开: 'A program started this way can not open itself again',
  '请等它们结束，或先暂停': 'Wait until they have ended, or pause them first',
  '请关闭程序，再打开一次': 'Close the program, then open it again',
  '{0} 个批量发布还在进行，现在不重新打开': 'Rollouts still running: {0}. The program is not opened again now',
  从文件导入: 'imported from a file',
  这台电脑的备份文件夹: 'the backup folder on this computer',
  '文件，不含密钥': 'a file without secrets',
  '文件，含用口令加密的密钥': 'a file with secrets sealed by a passphrase',
  '{0} 的备份': 'the backup of {0}'
}
