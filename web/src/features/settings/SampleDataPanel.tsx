import { Button, Flex, Text } from '@chakra-ui/react';
import { RemoveSampleData } from '../../apollo/RemoveSampleData.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** The way out of the sample company. */
export function SampleDataPanel() {
  return (
    <Panel title="Sample data">
      <Flex justify="space-between" align="center" gap="3" wrap="wrap">
        <Text>This is a sample company. Nothing here is real.</Text>
        <RemoveSampleData
          trigger={
            <Button size="sm" variant="outline" colorPalette="red">
              Remove sample data
            </Button>
          }
        />
      </Flex>
    </Panel>
  );
}
