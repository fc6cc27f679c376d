import { payloadPlace } from '../webhook/webhook-event.entity.ts';
import { last4Place } from '../payment/payment.entity.ts';
import type { Room } from '../room.ts';

const batchSize = 200;

type Sealed = { readonly id: string; readonly sealed: string; readonly place_id: string };

/** Where sealed texts stand, and what each is bound to. */
const fields = [
  { table: 'payment', column: 'last_four_sealed', bound: 'id', place: last4Place },
  { table: 'webhook_inbox', column: 'payload_sealed', bound: 'event_id', place: payloadPlace },
];

/**
 * Seals anew what an older key sealed, some rows of each table at a time, so that the older key can be dropped.
 * Returns how many; zero when nothing needs the older keys any more.
 */
export async function resealFields({ ownerDatabase, cipher }: Room): Promise<number> {
  let done = 0;
  for (const { table, column, bound, place } of fields) {
    done += await ownerDatabase.em.fork().transactional(async (em) => {
      const found: unknown = await em.execute(
        `select id, ${column} as sealed, ${bound} as place_id from ${table}
         where ${column} is not null and split_part(${column}, '.', 2) <> ?
         limit ? for update skip locked`,
        [cipher.currentKeyId, batchSize],
      );
      const rows = found as Sealed[]; // The statement above returns just these columns.
      for (const { id, sealed, place_id } of rows) {
        const where = place(place_id);
        const anew = cipher.encrypt(cipher.decrypt(sealed, where), where);
        await em.execute(`update ${table} set ${column} = ? where id = ?`, [anew, id]);
      }
      return rows.length;
    });
  }
  return done;
}
