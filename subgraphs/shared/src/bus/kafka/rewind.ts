import type { Admin } from 'kafkajs';
import { joinGroup } from './join.ts';
import type { KafkaRoom } from './member.ts';
import { edgesOf } from './offsets.ts';

/**
 * Sets a group back to the beginning of topics, all in one step: kafkajs' own way waits five seconds a topic.
 * @throws Error while the group has members: they would go on from where they are, and commit that
 */
export async function rewindGroup(
  { kafka, admin, names }: KafkaRoom,
  group: string,
  ours: readonly string[],
): Promise<void> {
  const groupId = names.toBroker(group);
  await mustBeEmpty(admin, groupId);
  const topics = ours.map((topic) => names.toBroker(topic));
  const start = await edgesOf(admin, topics, 'beginning');
  const eachBatch = () => Promise.resolve(); // Only a member may commit; what it is given it leaves alone.
  const member = await joinGroup(kafka, admin, {
    groupId,
    topics,
    from: 'beginning',
    start,
    eachBatch,
  });
  try {
    for (const place of start) member.seek({ ...place });
    await member.commitOffsets(start.map((place) => ({ ...place })));
  } finally {
    await member.disconnect();
  }
}

async function mustBeEmpty(admin: Admin, groupId: string): Promise<void> {
  const { groups } = await admin.describeGroups([groupId]);
  const members = groups.reduce((sum, group) => sum + group.members.length, 0);
  if (members > 0) throw new Error(`Stop ${groupId} first: ${members} of its members run.`);
}
