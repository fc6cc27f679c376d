import { Migration } from '@mikro-orm/migrations';

/** What the chart of accounts had more of from this day on. It stays as it is, however the chart goes on. */
const added = [
  ['5100', 'Subcontractors'],
  ['5200', 'Shipping and postage'],
  ['6010', 'Electricity, gas and water'],
  ['6020', 'Repairs and maintenance'],
  ['6030', 'Cleaning and waste'],
  ['6110', 'Payroll taxes and benefits'],
  ['6120', 'Training'],
  ['6210', 'Telephone and internet'],
  ['6220', 'Equipment'],
  ['6230', 'Office supplies'],
  ['6310', 'Travel'],
  ['6320', 'Meals and entertainment'],
  ['6330', 'Vehicles and fuel'],
  ['6410', 'Bank fees'],
  ['6420', 'Interest'],
  ['6500', 'Professional fees'],
  ['6510', 'Insurance'],
  ['6520', 'Taxes and licences'],
  ['6530', 'Memberships and subscriptions'],
  ['6540', 'Donations'],
  ['6999', 'Uncategorized expenses'],
] as const;

/** Gives open books an account for each category of expenses, and one for what waits for its category. */
export class Migration20261122083000_expense_accounts extends Migration {
  override up(): void {
    const rows = added.map(([code, name]) => `('${code}', '${name}')`).join(', ');
    this.addSql(`
      insert into account (id, organization_id, code, name, type)
      select gen_random_uuid(), organization_id, added.code, added.name, 'EXPENSE'
      from organization cross join (values ${rows}) as added (code, name)
      on conflict (organization_id, code) do nothing`);
  }
}
