/** What codegen.ts is told of this subgraph: the resolvers' context and the type behind each GraphQL type. */
export const contextType = '../context.ts#AuthContext';

export const mappers: Record<string, string> = {
  ApiKey: '../api-key/api-key.entity.ts#ApiKey as ApiKeyRow',
  Me: '../user/user.service.ts#Me as MeRow',
  Membership: '../organization/membership.entity.ts#Membership as MembershipRow',
  Organization: '../organization/organization.entity.ts#Organization as OrganizationRow',
  User: '../user/user.entity.ts#User as UserRow',
};
