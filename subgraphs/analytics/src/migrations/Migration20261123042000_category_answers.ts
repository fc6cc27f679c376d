import { Migration } from '@mikro-orm/migrations';

/**
 * A decision of a person says what was suggested, so that the next suggestions are as sure as such were right. Decisions of before say
 * nothing of it. Suggestions that wait are made again by the suggester, with what they claim.
 */
export class Migration20261123042000_category_answers extends Migration {
  override name = 'Migration20261123042000_category_answers';

  override up(): void {
    this.addSql(`alter table "category_decision" add "suggested" jsonb null;`);
    this.addSql(`delete from "category_suggestion";`);
    this.addSql(`alter table "category_suggestion" add "claim" jsonb not null;`);
    this.addSql(
      `insert into suggestion_request (organization_id, requested_at)
       select organization_id, clock_timestamp() from organization on conflict do nothing;`,
    );
  }
}
