import { Button, Flex, Text } from '@chakra-ui/react';
import { useRemoveDemo } from '../../apollo/use-remove-demo.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** The way out of the sample company. */
export function SampleDataPanel() {
  const remove = useRemoveDemo();
  return (
    <Panel title="Sample data">
      <Flex justify="space-between" align="center" gap="3" wrap="wrap">
        <Text>This is a sample company. Nothing here is real.</Text>
        <ConfirmDialog
          title="Remove the sample company?"
          verb="Remove sample data"
          isDangerous
          onConfirm={remove}
          trigger={
            <Button size="sm" variant="outline" colorPalette="red">
              Remove sample data
            </Button>
          }
        >
          All its customers, invoices, payments and books are deleted. This can’t be undone. You
          then open your own company, with empty books.
        </ConfirmDialog>
      </Flex>
    </Panel>
  );
}
