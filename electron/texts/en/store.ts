import type { Dictionary } from '@shared/texts/say'

/** The database on this computer. */
export const storeTexts: Dictionary = {
  没有保存: 'Not saved',
  已有同名的基线: 'There is a baseline of this name already',
  请换一个名称: 'Choose another name',
  没有找到这个基线: 'This baseline was not found',
  它已被删除: 'It was deleted',
  请刷新基线列表: 'Refresh the baselines',
  列表没有读到: 'The list was not read',
  翻页的位置不对: 'The place in the list is wrong',
  请从第一页重新读取: 'Read it again from the first page',
  没有找到这条消息: 'This event was not found',
  账号和它的消息已被删除: 'The account and its events were deleted',
  请刷新消息列表: 'Refresh the events',
  变量没有保存: 'The variables were not saved',
  '变量 {0} 写了两次': 'The variable {0} is there twice',
  请改名或删掉其中一个: 'Rename or delete one of them',
  '{0} 已不在商家列表里': '{0} is not in the merchant list any more',
  '请回到商家列表，读取授权列表后再试': 'Go back to the merchant list, read the authorisation list, then try again',
  没有找到这次操作: 'This operation was not found',
  商家的记录已被清除: 'The merchant’s records were cleared',
  请刷新商家: 'Refresh the merchant',
  数据文件不见了: 'The data file is gone',
  '数据文件已损坏，原文件保留为 {0}': 'The data file is damaged, the original is kept as {0}',
  '没有可用的备份，已建立新的数据文件，商家会重新从平台读取':
    'no backup can be used, a new data file was made, and the merchants are read from the platform again',
  '已恢复备份 {0}，备份之后的改动会重新从平台读取':
    'the backup {0} was restored, and what changed after it is read from the platform again',
  没有找到这次批量发布: 'This rollout was not found',
  账号的记录已被清除: 'The account’s records were cleared',
  请刷新批量发布列表: 'Refresh the rollouts',
  没有找到这个小程序码: 'This mini-program code was not found',
  请刷新小程序码列表: 'Refresh the codes',
  生成的图片没有保存: 'The picture was not saved',
  生成期间这个小程序码被改过: 'The code was changed while it was made',
  请重新生成: 'Make it again'
}
