"""Reaching into the tables of the design and the registers by the names of their columns."""


def rows(project, path):
    table = project.tables.get(path)
    return table[1:] if table else []


def column(project, path, name):
    return project.tables[path][0].index(name)


def put(project, path, row, name, value):
    row[column(project, path, name)] = value


def get(project, path, row, name):
    return row[column(project, path, name)]
