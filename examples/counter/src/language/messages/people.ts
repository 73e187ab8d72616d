import { text } from '../words.js';

export const people = {
  navDirectory: text('名录', 'Directory'),
  closedBadge: text('已注销', 'closed'),
  findWhom: text('编号、姓名、拼音、单位或电话', 'Number, name, pinyin, organisation or phone'),
  personName: text('姓名', 'Name'),
  organisation: text('单位', 'Organisation'),
  phone: text('电话', 'Phone'),
  person: text('志愿者信息', 'Whose account it is'),
  personTitle: (id: string) => text(`志愿者信息：${id}`, `Whose account it is: ${id}`),
  personHint: text(
    '姓名、单位和电话只存于名录，不写入积分记录，可随时删除。',
    'Name, organisation and phone are kept in the directory alone, never in the record of points, and can be deleted at any time.',
  ),
  personUnknown: text('名录中没有该志愿者的信息。', 'The directory has nothing on this account.'),
  editPerson: text('填写或修改', 'Enter or change'),
  savePerson: text('保存', 'Save'),
  personSaved: text('志愿者信息已保存', 'Saved in the directory'),
  personDeleted: text('志愿者信息已从名录中删除', 'Deleted from the directory'),
  deletePerson: text('从名录中删除', 'Delete from the directory'),
  confirmDeletePerson: text('确认删除', 'Delete'),
  personDeleteHint: text(
    '只删除姓名、单位和电话，积分记录不变。',
    'Name, organisation and phone go; the record of points stays.',
  ),
  nameMissing: text('请填写姓名（不超过 100 字）。', 'The name is missing, or longer than 100 characters.'),
  personTooLong: text('内容过长。', 'This is too long.'),
  directoryTitle: text('名录', 'Directory'),
  directoryLead: text(
    '批量登记姓名：每行一人，依次为账户编号、姓名、单位、电话，可从电子表格粘贴。',
    'Names for many accounts: a line each, with account number, name, organisation and phone; columns of a spreadsheet can be pasted.',
  ),
  directoryLines: text('名录内容', 'Lines'),
  directorySaved: (n: number) => text(`已登记 ${n} 人`, n === 1 ? '1 entry saved' : `${n} entries saved`),
  directoryWrong: text(
    '以下各行没有本社区的账户编号，或缺少姓名，未登记：',
    'These lines have no account number of the community, or no name, and were not saved:',
  ),
} as const;
