import type { Dictionary } from '@shared/texts/say'

/** The door through which the page's calls come in, and the hosts behind it. */
export const hostTexts: Dictionary = {
  没有换到接口凭据: 'The platform gave no token',
  '请腾出磁盘空间或恢复写入权限，再重新打开程序':
    'Make room on the disk or allow writing again, then reopen the program',
  '请核对商家数据；旧文件保留在数据目录里': 'Check the merchants’ data; the old file is kept in the data folder',
  操作没有开始: 'The action did not start',
  程序正在退出: 'The program is quitting',
  请重新打开程序: 'Open the program again',
  演练环境: 'Practice environment',
  操作没有完成: 'The action was not completed',
  程序内部出错: 'The program failed',
  '请重试；如果再次出现，请把日志发给开发者': 'Retry; if it happens again, send the log to the developer',
  没有这个功能: 'There is no such function',
  '接口里没有 {0}': 'The interface has no {0}',
  '请检查调用的名称，或更新程序': 'Check the call’s name, or update the program',
  请求的内容不对: 'The request is wrong',
  '内容不是 JSON': 'It is not JSON',
  请检查填写的内容: 'Check what was filled in',
  请求的内容太大: 'The request is too large',
  '最多 {0} 字节，收到 {1} 字节': 'At most {0} bytes, received {1}',
  请减少一次提交的内容: 'Send less at a time',
  填写的内容不对: 'What was filled in is wrong',
  请按提示修改后再试: 'Correct it as shown, then try again',
  '（全部）': '(all)',
  请求没有执行: 'The request was not carried out',
  收到的内容不是一次调用: 'What was received is not a call',
  请刷新页面后再试: 'Reload the page, then try again',
  同时进行的请求太多: 'Too many requests at a time',
  请等前面的操作完成后再试: 'Wait for the earlier ones to end, then try again',
  '这个地址要从程序里打开。请用启动时显示的完整地址，或重新启动程序。':
    'Open this address from the program. Use the whole address shown at its start, or start it again.',
  '请求不是从本机的代管台页面发出的，已拒绝。':
    'The request did not come from a Merchant Desk page on this computer, and was refused.',
  '没有这个页面。': 'There is no such page.',
  '不支持这种请求。': 'Requests of this kind are not supported.',
  '程序内部出错，请看日志。': 'The program failed, see the log.'
}
