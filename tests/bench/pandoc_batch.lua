-- All documents by one process: the names of a list, one a line, into a folder, in a format.
-- Variables of the environment: SEZNAM (the list), KAM (the folder), FORMAT, VZOR (reference.docx).
local format = os.getenv("FORMAT")
local options = { reference_doc = os.getenv("VZOR") }
if format == "html5" then
  options.template = pandoc.template.compile(pandoc.template.default("html5"))
end

function Pandoc(doc)
  local number = 0
  for name in io.lines(os.getenv("SEZNAM")) do
    number = number + 1
    local source = io.open(name, "rb")
    local minutes = pandoc.read(source:read("a"), "markdown")
    source:close()
    minutes.meta.title = minutes.meta.nazev
    local target = io.open(string.format("%s/%05d.%s", os.getenv("KAM"), number, format), "wb")
    target:write(pandoc.write(minutes, format, pandoc.WriterOptions(options)))
    target:close()
  end
  return doc
end
