import type { Dictionary } from '@shared/texts/say'

/** A merchant's set-up: profile, categories, domains, staged files, credit; and the capabilities. */
export const setupServiceTexts: Dictionary = {
  '：': ': ',
  没有读取域名的权限: 'No permission to read the domains',
  基线没有保存: 'The baseline was not saved',

  全部类目: 'All categories',
  '增加 {0}': 'Added: {0}',
  '去掉 {0}': 'Removed: {0}',
  平台现在不允许这个商家设置这个类目: 'The platform does not allow this merchant that category now',
  '这个类目不收资质，请去掉': 'This category takes no qualifications; take them out',
  同一项资质填了两次: 'The same qualification is there twice',
  '资质必须和上次提交的相同：{0}': 'The qualifications must be those submitted last: {0}',
  没有资质: 'none',
  '「{0}」里有不是上次提交的文件，请重新选择': '“{0}” has a file that was not submitted last; choose again',
  读取可选类目: 'Reading the categories to choose from',

  '{0}增加 {1}': '{0}: add {1}',
  '{0}删除 {1}': '{0}: delete {1}',
  '{0}增加 {1}，删除 {2}': '{0}: add {1}, delete {2}',
  '域名已经是这样，没有要改的': 'The domains are the same already; there is nothing to change',
  商家没有授予读取域名的权限: 'The merchant has not granted reading the domains',
  请修改标出的域名后再提交: 'Correct the marked domains, then submit',
  请看过现有的域名后再操作: 'Look at the present domains, then act',
  '平台上的域名和您看到的不同：{0}': 'The platform has other domains than you saw: {0}',
  请看过最新的域名后再修改: 'Look at the newest domains, then change them',
  '{0}多了 {1}': '{0}: new {1}',
  '{0}少了 {1}': '{0}: gone {1}',
  '{0}多了 {1}，少了 {2}': '{0}: new {1}, gone {2}',
  域名校验文件没有读到: 'The domain verification file was not read',
  域名列表没有保存: 'The list of domains was not saved',

  '上传「{0}」': 'Upload of “{0}”',
  '「{0}」超过 {1} MB': '“{0}” is larger than {1} MB',
  文件没有上传: 'The file was not uploaded',
  请换一个小一些的文件: 'Choose a smaller file',
  读取提交的图标: 'Reading the submitted icon',
  检测名称: 'Checking the name',
  '名称「{0}」不能直接使用': 'The name “{0}” cannot be used as it is',
  提交的图标没有读到: 'The submitted icon was not read',
  没有读到这个商家提交过的图标: 'No icon that was submitted for this merchant is known',
  请刷新基本资料后再看: 'Refresh the profile, then look again',

  '{0}没有开始': '{0} did not start',
  请按原因处理后再试: 'Put right what the reason says, then try again',
  修改没有开始: 'The change did not start',
  '这个商家的「{0}」还在进行': '“{0}” is still running for this merchant',
  请等它结束: 'Wait for it to end',
  '上一次「{0}」的结果还没有确认': 'How the last “{0}” ended is not known yet',
  '请先点「立即确认」，或等程序核对完': 'Press “Check now” first, or wait for the program to find out',
  '{0}没有开始：修改前没能读到现在的设置': '{0} did not start: the present settings could not be read before',
  '{0}没有成功': '{0} failed',
  '平台的回答没有收到；已核对现在的设置，平台没有执行这次修改':
    'The platform’s answer was lost; the present settings show that it changed nothing',
  可以再试一次: 'You can try again',
  '{0}的结果还不知道': '{0}: the result is not known yet',
  '平台的回答没有收到，现在的设置也还看不出结果':
    'The platform’s answer was lost, and the present settings do not tell yet',
  '程序会继续核对，不会重复发送；也可以点「立即确认」':
    'The program goes on checking and sends nothing twice; you can also press “Check now”',
  没有找到这次修改: 'The change was not found',

  读取基本资料: 'Reading the profile',
  读取服务类目: 'Reading the service categories',
  读取域名: 'Reading the domains',
  读取能力: 'Reading the capabilities',
  读取信用分和试运营期: 'Reading credit score and trial operation',
  信用分没有读到: 'The credit score was not read',
  试运营期信息没有读到: 'The trial operation was not read',
  质量评级没有读到: 'The quality rating was not read',
  备案状态没有读到: 'The filing status was not read',

  '「{0}」的这一段和已收到的接不上': 'This piece of “{0}” does not follow what was received',
  '「{0}」不是 {1} 图片': '“{0}” is not a {1} picture',
  文件没有收下: 'The file was not taken',
  '数据目录不能写入（{0}）': 'The data folder cannot be written ({0})',
  请检查磁盘空间和数据目录的权限后再试: 'Check the disk space and the rights on the data folder, then try again',
  没有找到文件: 'The file was not found',
  '文件没有收完，或已经删除；没有用到的文件只保留一天':
    'It was not received completely, or it was deleted; unused files are kept for a day only',
  请重新选择文件: 'Choose the file again',
  '本机最多暂存 {0} 个文件、共 1 GB': 'This computer holds at most {0} files and 1 GB in all',
  请先完成或放弃已有的上传: 'Finish or give up present uploads first',

  没有读完各商家的能力: 'Not all merchants’ capabilities were read'
}
