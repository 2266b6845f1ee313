import type { Dictionary } from '@shared/texts/say'

/** Reading merchants, operations on their versions, the practice environment, and what the database refuses. */
export const merchantServiceTexts: Dictionary = {
  数据没有保存: 'The data was not saved',
  '本机的数据库不能写入（{0}），可能是磁盘已满、只读，或有别的程序占用':
    'This computer’s database cannot be written ({0}): the disk may be full or read-only, or another program holds it',

  没有这个商家: 'There is no such merchant',
  读取商家: 'Reading the merchant',
  读取版本: 'Reading the versions',
  读取可选宿主端: 'Reading the hosts to choose from',

  '请等 {0} 秒再试': 'Wait {0} s, then try again',
  '{0}没有开始：操作前没能读到商家的版本': '{0} did not start: the merchant’s versions could not be read before',
  '您确认的是 {0}，平台上现在是 {1}': 'You confirmed {0}, the platform now has {1}',
  没有版本: 'no version',
  请看过最新的版本后再操作: 'Look at the newest versions, then act',
  '请修改 ext.json 后再上传': 'Change the ext.json, then upload',
  '平台的回答没有收到；已核对版本列表，平台没有执行这次操作':
    'The platform’s answer was lost; the version list shows that it did nothing',
  '平台的回答没有收到，版本列表也还看不出结果':
    'The platform’s answer was lost, and the version list does not tell yet',

  演练环境没有打开: 'The practice environment is not open',
  启动时的环境变量给出了另一个平台地址: 'The environment variables at the start name another platform address',
  '请去掉环境变量，重新打开程序': 'Take out the environment variables, then open the program again'
}
