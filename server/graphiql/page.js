// Opens GraphiQL on this service, with the example questions as tabs when there are no tabs of an earlier visit.

// Tabs are kept under a name of their own: other GraphiQLs may have been served at this address before.
const kept = (name) => `korte-lijnen:${name}`;
const storage = {
  getItem: (name) => localStorage.getItem(kept(name)),
  setItem: (name, value) => localStorage.setItem(kept(name), value),
  removeItem: (name) => localStorage.removeItem(kept(name)),
  clear: () => Object.keys(localStorage).filter((name) => name.startsWith(kept(""))).forEach((name) => localStorage.removeItem(name)),
  get length() {
    return localStorage.length;
  },
};

const asTab = ({ title, document, variables }) => ({
  query: `# ${title}\n${document}`,
  variables: Object.keys(variables).length ? JSON.stringify(variables, null, 2) : "",
});

const questions = async () => {
  const response = await fetch("graphiql/questions.json");
  if (!response.ok) throw new Error(`questions.json: ${response.status}`);
  return response.json();
};

const open = (tabs) => {
  const firstVisit = storage.getItem("graphiql:tabState") === null;
  const page = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "graphql" }),
    storage,
    defaultTabs: tabs.length ? tabs : undefined,
    // GraphiQL takes the document of the first tab from the tabs, but its variables from here.
    variables: firstVisit && tabs.length ? tabs[0].variables : undefined,
    defaultEditorToolsVisibility: "variables",
  });
  ReactDOM.createRoot(document.getElementById("graphiql")).render(page);
};

questions()
  .then((examples) => open(examples.map(asTab)))
  .catch((problem) => {
    console.error("no example questions:", problem);
    open([]);
  });
